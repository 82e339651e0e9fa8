"""What people, customers and sentences of a large file are made of: many, and no two of them by accident the same."""

from __future__ import annotations

import random

GIVEN = (
    *(
        "Priya",
        "Marcus",
        "Sofia",
        "Jonas",
        "Élodie",
        "Tomasz",
        "Aylin",
        "Noah",
        "Ingrid",
        "Mateo",
        "Zoë",
        "Kofi",
    ),
    *(
        "Hana",
        "Luca",
        "Freya",
        "Omar",
        "Nadia",
        "Søren",
        "Amélie",
        "Pavel",
        "Chiara",
        "Anders",
        "Leïla",
        "Gábor",
    ),
)
FAMILY = (
    *("Nair", "Oyelaran", "Lindqvist", "Kovács", "Müller", "Rossi", "Haddad", "Nowak", "Fernández", "Weber"),
    *(
        "Okafor",
        "Laurent",
        "Yıldız",
        "Bergström",
        "Castellanos",
        "Dąbrowski",
        "Whitaker",
        "Ferreira",
        "Schäfer",
    ),
    *(
        "Ivanova",
        "Mbeki",
        "O'Connor",
        "Jansen",
        "Petrov",
        "Sørensen",
        "Takeda",
        "Moreau",
        "Novotná",
        "Albrecht",
    ),
)
TEAMS = ("North", "South", "Lakes", "Capital", "Coast", "Key accounts")
PLACES = (
    *("Northgate", "Harbour", "Elm Street", "Linden", "Stonebridge", "Castle Hill", "Riverside", "Ashdown"),
    *(
        "Mill Lane",
        "Westfield",
        "Bergmann",
        "Old Town",
        "Königsplatz",
        "Sainte-Hélène",
        "Vesterbro",
        "Seagate",
    ),
    *("Parkside", "Corner House", "Bayview", "Kessler", "Hawthorn", "Zürichberg", "São Bento", "Fairmount"),
)
KINDS = (
    *("Dental", "Clinic", "Practice", "Orthodontics", "Smiles", "Surgery", "Logistics", "Foods", "Hotel"),
    *("Printing", "Optik", "Works", "Pharmacy", "Garage", "Trading", "& Sons", "Laboratory", "Partners"),
)
ROLES = ("practice manager", "purchasing", "owner", "head of service", "finance", "operations")
THINGS = (
    *("the trial", "the service plan", "the new chairs", "delivery", "the training", "the old contract"),
    *("installation", "spare parts", "the lease", "the software", "financing", "the weekend shift"),
)
MONTHS = ("January", "March", "May", "June", "September", "November")
HEARD = (
    "We would need {thing} before {month}.",
    "What does {thing} cost us if we wait {n} weeks?",
    "{name} has to see {thing} first.",
    "We tried that with {customer}, and it took {n} months.",
    "Send me {thing} in writing and we talk in {month}.",
    "That is {n} per cent more than we pay now.",
    "Honestly, {thing} is what keeps us up at night.",
    "If {thing} stands still we lose {n} patients a day.",
)
NOTED = (
    "Asked what {n} days without {thing} cost",
    "Asked {name} who else decides about {thing}",
    "Talked over the question about {thing}",
    "Waited after naming {n} per cent",
    "Offered {thing} before anybody had asked",
    "Said back what {name} had said about {thing}",
)
PURPOSES = (
    "Agree on {thing}",
    "Find out why {thing} stopped",
    "Meet {name} and show {thing}",
    "Renew {thing}",
)
ENDINGS = (
    "A date in {month} for {thing}",
    "A second meeting with {name}",
    "A list of what {thing} has to do",
)
CHANGES = (
    "When they ask about {thing} I'll ask what it costs them today before I answer.",
    "I'll say the purpose and ask whether {n} minutes suit them, before the catalogue comes out.",
    "Before I stand up I'll ask {name} for a day in {month}, and wait.",
    "I'll count to three after every question about {thing}.",
)


class LargeWords:
    """Draws words from a source of chance."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def name(self) -> str:
        """:returns: somebody's name; with thousands of them some are the same, as in life."""
        return f"{self._rng.choice(GIVEN)} {self._rng.choice(FAMILY)}"

    def customer(self) -> str:
        """:returns: one of a few hundred customers."""
        return f"{self._rng.choice(PLACES)} {self._rng.choice(KINDS)}"

    def sentence(self, forms: tuple[str, ...]) -> str:
        """:returns: one of ``forms`` with its gaps filled."""
        return self._rng.choice(forms).format(
            thing=self._rng.choice(THINGS),
            month=self._rng.choice(MONTHS),
            n=self._rng.randint(2, 30),
            name=self.name(),
            customer=self.customer(),
        )
