"""Sample pages: short, usual, long, in ten scripts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from exports.summary import (
    CallSheet,
    CutWords,
    Evidence,
    FloorLabel,
    FloorPicture,
    FloorSegment,
    LabelledText,
    Party,
    Signatures,
    SkillRow,
    SkillTable,
    SummaryPage,
)

CREATED = datetime(2026, 11, 23, 10, 55, tzinfo=UTC)
RECORD = b'{"call": "01JD9F7K", "rep": "Priya Nair"}'
CUT = CutWords(text="… [{n} more characters in the record]", items="… {n} more in the record")

_FLOOR: tuple[tuple[Party, int], ...] = (
    ("rep", 9),
    ("customer", 15),
    ("me", 4),
    ("rep", 12),
    ("customer", 22),
    ("rep", 13),
    ("customer", 21),
    ("me", 3),
    ("nobody", 1),
)


def floor() -> FloorPicture:
    """Forty-two minutes in nine stretches."""
    segments, at = [], 0
    for party, share in _FLOOR:
        segments.append(FloorSegment(party=party, start=at / 100, end=(at + share) / 100))
        at += share
    return FloorPicture(
        heading="Who had the floor",
        segments=tuple(segments),
        labels=(
            FloorLabel(party="rep", text="Priya 35 %"),
            FloorLabel(party="customer", text="Customer 58 %"),
            FloorLabel(party="me", text="Dana 7 %, stepped in once (asked about delivery dates)"),
        ),
        note="From taps during the call, exact to about 5 points.",
        alternative="Who had the floor: Priya 35 %, customer 58 %, Dana 7 %, who stepped in once.",
    )


def skill(name: str, level: int | None, word: str, last: str, seen: str) -> SkillRow:
    """One row; four levels."""
    return SkillRow(name=name, focus=False, level=level, levels=4, level_word=word, last=last, seen=seen)


def skills() -> SkillTable:
    """Nine skills of a sales call."""
    return SkillTable(
        headings=("Skill", "Today", "Last four", "What was seen"),
        rows=(
            skill(
                "Opens with purpose",
                3,
                "Mostly",
                "3 3 3 2",
                "Agenda stated and agreed in the first two minutes",
            ),
            replace(
                skill("Asks before answering", 2, "Sometimes", "2 2 1 1", "3 seen, 2 missed"), focus=True
            ),
            skill("Listens it out", 3, "Mostly", "3 2 3 3", "Two pauses held; no interruptions"),
            skill("Finds the real problem", 2, "Sometimes", "2 2 3 2", "1 seen, 1 missed"),
            skill(
                "Uses their words", 1, "Not yet", "2 2 2 2", "Feature list instead of their downtime figure"
            ),
            replace(skill("Stays calm", 3, "Mostly", "3 2 2 1", "1 seen"), note="(judgement only)"),
            skill("Talks money plainly", None, "No chance to see", "2 2 2 2", ""),
            skill(
                "Checks understanding",
                4,
                "Every time",
                "3 3 3 3",
                "2 seen; summarised the pilot back to them",
            ),
            skill(
                "Agrees a next step", 4, "Every time", "3 4 3 3", "Thursday 26 November, 9:00, with Dr. Osei"
            ),
        ),
    )


def sign(rep: str, manager: str) -> Signatures:
    """Rep, manager, and a witness if the rep declines."""
    return Signatures(
        terms="Received and discussed; signing does not mean agreeing.",
        names=(f"{rep}, date", f"{manager}, date", "Witness if declined, date"),
    )


def usual() -> SummaryPage:
    """The page a usual call makes, about 250 words."""
    return SummaryPage(
        language="en",
        document_title="Coaching summary for Priya Nair, 23 November 2026",
        author="Dana Whitfield",
        record_id="01JD9F7K",
        title="Coaching summary for Priya Nair",
        subtitle="Joint call with Northgate Dental, 23 November 2026, 10:00 to 10:42",
        facts=(
            LabelledText(label="Purpose of the call", text="Agree the pilot’s scope"),
            LabelledText(label="Outcome", text="Pilot agreed, 2 chairs"),
            LabelledText(label="Observed by", text="Dana Whitfield"),
            LabelledText(label="Joint call", text="5th together, 19 days since last"),
        ),
        notices=(),
        change=LabelledText(
            label="What I will do differently",
            text="“When they push back on price I’ll ask what it’s costing them today before I answer.”",
        ),
        change_note=(
            "In Priya’s words. First try: Thursday 26 November, Elm Street Clinic. "
            "Look at it together: 3 December."
        ),
        strengths_heading="What worked",
        strengths=(
            Evidence(
                time="04:10",
                words="Asked three open questions in a row, and waited. “So what happens when a chair is down?”",
            ),
            Evidence(time="31:20", words="Closed on a date and a name, not on “we’ll be in touch”."),
        ),
        gaps_heading="What got in the way",
        gaps=(
            Evidence(
                time="18:42",
                words="Answered the price question with the discount, before asking what was behind it.",
            ),
            Evidence(
                time="22:05", words="The feature list ran 3 min 40 s without a question.", note="(recalled)"
            ),
        ),
        floor=floor(),
        skills=skills(),
        closing=(
            LabelledText(
                label="Since last time",
                text="“I’ll send the agenda the day before.” Done on both calls since 4 November.",
            ),
            LabelledText(
                label="Priya’s comment",
                text="I knew it the moment I said it. Next time I want to hear the reason first.",
            ),
        ),
        statement=LabelledText(label="Priya’s statement", text=""),
        signatures=sign("Priya Nair", "Dana Whitfield"),
        footer_left=(
            "Second Chair record 01JD9F7K · page 1, made 23 November 2026, 10:54 · rubric “Joint sales call” v3 · "
            "the full record is attached to this PDF · employee number L-2041"
        ),
        footer_right="Keep until November 2029",
        cut=CUT,
    )


STATEMENT = (
    "I agree with most of this, and I signed it. Two things I see otherwise. The discount was not my idea: it was in "
    "the offer we had sent them the week before, so I could not take it back in front of Dr. Osei. And the feature "
    "list ran that long because I was asked for it, twice.\n"
    "I would like both to be known to whoever reads this page later. I will try the question about the cost on "
    "Thursday, as agreed."
)


def acknowledged() -> SummaryPage:
    """The usual page once its sheet came back signed, with a scan and a statement."""
    said = (
        "Signed on paper by Priya Nair on 24 November 2026.",
        "A scan of the sheet is kept with this page; its SHA-256 sum begins with 3fa2 77c1 0b9e 41d2.",
    )
    return replace(
        usual(),
        notices=("Amended on 24 November 2026, 17:20 by Dana Whitfield: The sheet came back.",),
        statement=LabelledText(label="Priya’s statement", text=STATEMENT),
        signatures=replace(usual().signatures, names=(), said=said),
    )


def declined() -> SummaryPage:
    """More than fits, by somebody with a long name who declined to sign and said much about it."""
    said = ("Priya Nair declined to sign on 24 November 2026. Witness: Jo Smith.",)
    page = long(4)
    return replace(
        page,
        statement=LabelledText(label="Priya’s statement", text="I see it otherwise. " * 30),
        signatures=replace(page.signatures, terms="", names=(), said=said),
    )


def short() -> SummaryPage:
    """A first call with next to nothing noted, debriefed without the rep."""
    return replace(
        usual(),
        facts=(LabelledText(label="Observed by", text="Dana Whitfield"),),
        notices=("Debriefed without the rep.",),
        change=LabelledText(label="What to do differently", text=""),
        change_note="",
        strengths=(Evidence(time="", words="Held the pause."),),
        gaps=(),
        floor=None,
        skills=None,
        closing=(),
        signatures=replace(usual().signatures, terms="Received; signing does not mean agreeing."),
    )


def empty() -> SummaryPage:
    """Nothing at all but a language."""
    nothing = LabelledText(label="", text="")
    return replace(
        short(),
        document_title="",
        author="",
        record_id="",
        title="",
        subtitle="",
        facts=(nothing,),
        notices=("",),
        change=nothing,
        strengths_heading="",
        strengths=(Evidence(time="", words=""),),
        closing=(nothing,),
        signatures=Signatures(terms="", names=()),
        footer_left="",
        footer_right="",
    )


def only(text: str) -> SummaryPage:
    """A page that says one thing."""
    return replace(empty(), closing=(LabelledText(label="Comment", text=text),))


def long(times: int = 1) -> SummaryPage:
    """A manager who wrote down everything, late at night."""
    page = usual()
    detail = " Further detail that a very thorough manager typed in late at night." * (3 * times)
    wordy = tuple(replace(item, words=item.words + detail) for item in (*page.strengths, *page.gaps) * times)
    return replace(
        page,
        notices=("Nothing could be logged for 7 minutes.", "Amended on 25 November 2026."),
        change=replace(page.change, text=page.change.text + detail),
        strengths=wordy,
        gaps=wordy,
        closing=tuple(replace(text, text=(text.text + " ") * 20 * times) for text in page.closing),
    )


def long_names() -> SummaryPage:
    """Names that take several lines each, over more text than fits."""
    name = "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley Sr. " * 2
    return replace(
        long(4),
        title=f"Coaching summary for {name}",
        subtitle=f"Joint call with {name}, 23 November 2026",
        signatures=sign(name, name),
    )


def scripts() -> SummaryPage:
    """Ten scripts on one page, and an emoji no font has."""
    page = usual()
    return replace(
        page,
        document_title="Coaching summary for محمد عبد الله الأنصاري",
        title="Coaching summary for محمد عبد الله الأنصاري",
        subtitle="Joint call with 東京歯科クリニック, 23 November 2026, 10:00 to 10:42",
        facts=(
            LabelledText(label="Purpose of the call", text="Ελευθερία Παπαδοπούλου"),
            LabelledText(label="Outcome", text="Спасибо, компания «Ёлочка»"),
            LabelledText(label="Observed by", text="ทีมกรุงเทพ / 서울팀"),
            LabelledText(label="Joint call", text="קליניקה של דנה"),
        ),
        change=LabelledText(
            label="What I will do differently",
            text="عندما يعترضون على السعر (ABC Ltd. و XYZ 2026) سأسأل أولاً كم يكلفهم الأمر اليوم قبل أن أجيب.",
        ),
        strengths=(
            Evidence(time="04:10", words="आपत्तियों का उत्तर देने से पहले प्रश्न पूरा सुनें; ग्राहक की प्राथमिकताएँ लिखें।"),
            Evidence(time="09:30", words="יוסף בן־דוד met with 王小明 (李娜的同事) – all three agreed."),
            Evidence(
                time="31:20",
                words="Nguyễn Thị Minh Khai, Þórður Guðmundsson, Ștefan Țăruș, Ağaoğlu Şükrü, Kovács Őrs.",
            ),
        ),
        gaps=(
            Evidence(
                time="18:42",
                words="山田太郎さんと一緒に「価格」スライドを書き直す。次回は理由を先に聞く。",
                note="(recalled)",
            ),
            Evidence(time="22:05", words="김민준 과장과 협상 연습 3회. 다음에는 이유를 먼저 묻는다."),
            Evidence(
                time="25:00",
                words="לתרגל שלוש שיחות מוקלטות עם דנה (CRM), לפני סוף השנה, 45% מהזמן.",
                note="(recalled)",
            ),
        ),
        closing=(
            LabelledText(
                label="Comment",
                text=(
                    "Mixed: Latin, Ελληνικά, Кириллица, العربية (مثال 123), עברית (דוגמה 45%), हिन्दी, ไทย, 中文, "
                    "日本語, 한국어 – one line, any order. No font has this: 🚀."
                ),
            ),
        ),
        signatures=sign("محمد عبد الله الأنصاري", "Ελευθερία Παπαδοπούλου"),
    )


def arabic() -> SummaryPage:
    """A page whose language runs from the right."""
    return replace(
        scripts(),
        language="ar",
        title="ملخص التدريب لمحمد عبد الله الأنصاري",
        subtitle="مكالمة مشتركة مع Northgate Dental، 23 نوفمبر 2026",
    )


ALL = {
    "short": short,
    "acknowledged": acknowledged,
    "declined": declined,
    "usual": usual,
    "long": long,
    "longer": lambda: long(12),
    "names": long_names,
    "scripts": scripts,
    "arabic": arabic,
    "empty": empty,
}
"""Every sample by name."""


def call_sheet() -> CallSheet:
    """What a usual tee-up agrees on, about 150 words."""
    return CallSheet(
        language="en",
        document_title="Call sheet for Northgate Dental, 23 November 2026",
        author="Dana Whitfield",
        record_id="01JD9F7K",
        title="Call with Northgate Dental",
        subtitle="23 November 2026, 10:00, 45 minutes, with Dr. Abena Osei and Tom Wren",
        facts=(
            LabelledText(label="Who leads", text="Priya leads, Dana sits in"),
            LabelledText(label="Purpose", text="Agree the pilot’s scope"),
            LabelledText(label="Best next step", text="A signed pilot for two chairs, starting in December"),
            LabelledText(label="Least next step", text="A date with whoever decides"),
        ),
        introduction=LabelledText(
            label="How Priya introduces Dana",
            text="“Dana works with me and is here to listen and learn about your business.”",
        ),
        agreed=(
            LabelledText(
                label="Focus: Asks before answering",
                text=(
                    "The customer pushes back or asks about price or fit, and the rep first asks what is behind it. "
                    "A plain question of fact may simply be answered."
                ),
            ),
            LabelledText(
                label="Stepping in",
                text="Dana steps in only if: Priya asks for it; a fact needs putting right.",
            ),
            LabelledText(
                label="From last time, 4 November",
                text="“When they push back on price I’ll ask what it’s costing them today before I answer.”",
            ),
            LabelledText(
                label="About the record",
                text="Priya was told: why we do this, what is stored, who sees it, how to challenge it.",
            ),
        ),
        footer_left="Call sheet 01JD9F7K",
        footer_right="Northwind Chairs",
        cut=CUT,
    )


def bare_call_sheet() -> CallSheet:
    """Next to nothing was agreed."""
    nothing = LabelledText(label="", text="")
    return replace(
        call_sheet(), subtitle="45 minutes", facts=call_sheet().facts[:1], introduction=nothing, agreed=()
    )


def long_call_sheet(times: int = 1) -> CallSheet:
    """Two people who agreed on everything, at length."""
    sheet = call_sheet()
    detail = " And what else was talked about on the way there." * (4 * times)
    return replace(
        sheet,
        facts=tuple(replace(fact, text=fact.text + detail) for fact in sheet.facts),
        introduction=replace(sheet.introduction, text=sheet.introduction.text + detail),
        agreed=tuple(replace(item, text=item.text + detail) for item in sheet.agreed * times),
    )


def call_sheet_with_long_names() -> CallSheet:
    """Names that take several lines, over more text than fits."""
    name = "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley Sr."
    return replace(
        long_call_sheet(4),
        title=f"Call with {name}",
        subtitle=f"23 November 2026, 10:00, 45 minutes, with {name} and {name}",
    )


def arabic_call_sheet() -> CallSheet:
    """A sheet whose language runs from the right, with some words that do not."""
    return replace(
        call_sheet(),
        language="ar",
        title="مكالمة مع Northgate Dental",
        subtitle="23 نوفمبر 2026، 10:00، 45 دقيقة، مع د. أبينا أوسي",
        facts=(
            LabelledText(label="من يقود", text="محمد يقود، ودانا تحضر"),
            LabelledText(label="الغرض", text="الاتفاق على نطاق التجربة (ABC Ltd.)"),
            LabelledText(label="أفضل خطوة تالية", text="تجربة موقعة لكرسيين تبدأ في ديسمبر"),
            LabelledText(label="أقل خطوة تالية", text="موعد مع صاحب القرار"),
        ),
        introduction=LabelledText(
            label="كيف يقدم محمد دانا", text="«دانا تعمل معي وهي هنا لتستمع وتتعرف على عملكم.»"
        ),
        agreed=(
            LabelledText(
                label="التركيز: يسأل قبل أن يجيب",
                text="עברית, 中文 and 東京歯科クリニック: سؤال مفتوح قبل السعر.",
            ),
            LabelledText(label="التدخل", text="تتدخل دانا فقط إذا: طلب محمد ذلك؛ احتاجت معلومة إلى تصحيح."),
            LabelledText(
                label="من المرة السابقة", text="عندما يعترضون على السعر سأسأل أولاً كم يكلفهم الأمر اليوم."
            ),
        ),
    )


CALL_SHEETS = {
    "usual": call_sheet,
    "bare": bare_call_sheet,
    "long": long_call_sheet,
    "longer": lambda: long_call_sheet(30),
    "names": call_sheet_with_long_names,
    "arabic": arabic_call_sheet,
}
"""Every sample of a call sheet by name."""
