"""Pictures of the rubrics: all there are, one being written, one being put in use, and twelve skills on Sit in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from scoring.people import Rep
from scoring.rubric import Rubric, default_rubric
from scoring.rubric_draft import RubricDraft, copy_of, draft_of
from scoring.teeup import TeeUp
from tests.builders import an_id
from tests.shots.walks import take_walk
from tests.sized_rubrics import sized_rubric
from ui.demo_walk import Stage
from ui.driving import Script, Until, find, opened, saved
from ui.sample_data import samples
from ui.samples import write_samples
from ui.session import Session
from ui.widgets.level_picker import LevelPicker
from ui.widgets.skill_order import SkillOrder

NAME = "Service calls"
REWRITTEN = 1
"""The skill of the copy that says something else from now on."""


def take_rubrics(out: Path, now: datetime) -> list[Path]:
    """Take the pictures.

    :returns: where they lie.
    """
    with TemporaryDirectory() as folder:
        return take_walk(Path(folder), out, now, _walk)


def _walk(stage: Stage) -> Script[None]:
    session, window = stage.session, stage.window
    yield from opened(session)
    write_samples(session).result()
    ours = session.ask(lambda store: store.put_in_use(copy_of(default_rubric(), NAME)))
    session.keep_draft(ours.id, _rewritten(ours))
    yield from saved(session)
    window.open_place("rubrics")
    yield from stage.see("rubrics-own")
    window.open_rubric_editor(ours.id)
    find(window, SkillOrder, "rubric.order").rows()[REWRITTEN].click()
    preview = find(window, LevelPicker, "preview.levels")
    yield Until(lambda: any(SENTENCES[0] == row.accessibleDescription() for row in preview.rows()))
    yield from stage.see("rubric-editor")
    stage.press("rubric.use")
    yield from stage.see("rubric-put-in-use")
    window.open_place("home")
    window.open_call(_a_call_with(session, sized_rubric(12)))
    yield from stage.see("live-twelve")


def _rewritten(ours: Rubric) -> RubricDraft:
    draft = draft_of(ours)
    new = replace(
        draft.skills[REWRITTEN],
        name="Names the price early",
        summary="The figure before the features.",
        seen="The rep gives a figure or a range in the first half of the call, before anybody asks.",
        missed="Half of the call is over, and nobody knows what it is about in money.",
        levels=tuple(
            replace(level, sentence=sentence)
            for level, sentence in zip(draft.skills[REWRITTEN].levels, SENTENCES, strict=True)
        ),
    )
    skills = (*draft.skills[:REWRITTEN], new, *draft.skills[REWRITTEN + 1 :])
    return replace(draft, skills=skills)


SENTENCES = (
    "No figure in the whole call.",
    "A figure, once the customer asks for it.",
    "A figure unasked, in the second half.",
    "A figure or a range unasked, in the first half.",
)


def _a_call_with(session: Session, rubric: Rubric) -> UUID:
    session.ask(lambda store: store.rubrics.keep(rubric))
    rep = Rep(id=an_id(), name=samples().planned.rep)
    session.save_rep(rep)
    plan = TeeUp(customer=samples().planned.customer, rubric_id=rubric.id, rubric_version=rubric.version)
    call_id = session.add_call(rep.id, plan)
    session.book(call_id).start()
    return call_id
