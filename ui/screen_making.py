"""Making the screens, each when it is first needed, and letting the window hear where it wants to go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.screen import Screen
from ui.screens.home import HomeScreen

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.screens.strip import Strip


def make_screen(name: str, window: MainWindow) -> Screen:
    """:returns: a new screen of this name, which leads on through ``window``.

    :raises KeyError: if there is no such screen.
    """
    return _MAKERS[name](window)


def _make_home(window: MainWindow) -> Screen:
    home = HomeScreen(window.session)
    home.rep_requested.connect(window.open_rep)
    home.write_down_requested.connect(window.open_write_down)
    return home


def _make_welcome(window: MainWindow) -> Screen:
    from ui.screens.welcome import WelcomeScreen

    welcome = WelcomeScreen(window.session)
    welcome.sample_requested.connect(window.sample_requested)
    return welcome


def _make_reps(window: MainWindow) -> Screen:
    from ui.screens.reps import RepsScreen

    reps = RepsScreen(window.session)
    reps.rep_requested.connect(window.open_rep)
    reps.new_rep_requested.connect(window.open_new_rep)
    return reps


def _make_rep(window: MainWindow) -> Screen:
    from ui.screens.rep import RepScreen

    rep = RepScreen(window.session)
    rep.edit_requested.connect(window.open_edit_rep)
    rep.timeline_requested.connect(window.open_timeline)
    rep.reminder_requested.connect(window.ask_for_reminder)
    return rep


def _make_edit_rep(window: MainWindow) -> Screen:
    from ui.screens.edit_rep import EditRepScreen

    edit = EditRepScreen(window.session)
    edit.rep_requested.connect(window.open_rep)
    return edit


def _make_edit_rubric(window: MainWindow) -> Screen:
    from ui.screens.edit_rubric import EditRubricScreen

    return EditRubricScreen(window.session)


def _make_new_call(window: MainWindow) -> Screen:
    from ui.screens.new_call import NewCallScreen

    screen = NewCallScreen(window.session)
    screen.new_rep_requested.connect(window.open_new_rep)
    return screen


def _make_calls(window: MainWindow) -> Screen:
    from ui.screens.calls import CallsScreen

    calls = CallsScreen(window.session)
    calls.timeline_requested.connect(window.open_timeline)
    calls.page_requested.connect(window.open_page)
    calls.import_requested.connect(window.ask_for_import)
    calls.offer_import(offered=window.takes_pages)
    return calls


def _make_call(window: MainWindow) -> Screen:
    from ui.screens.call import OneCallScreen

    call = OneCallScreen(window.session)
    call.page_requested.connect(window.open_page)
    call.page_chosen.connect(window.open_page_number)
    return call


def _make_mirror(window: MainWindow) -> Screen:
    from ui.screens.mirror import MirrorScreen

    mirror = MirrorScreen(window.session)
    mirror.timeline_requested.connect(window.open_timeline)
    mirror.rep_requested.connect(window.open_rep)
    return mirror


def _make_rubrics(window: MainWindow) -> Screen:
    from ui.screens.rubrics import RubricsScreen

    rubrics = RubricsScreen(window.session)
    rubrics.edit_requested.connect(window.open_rubric_editor)
    rubrics.paper_requested.connect(window.open_rubric_paper)
    rubrics.calls_requested.connect(window.open_calls_with)
    rubrics.offer_import(offered=window.takes_pages)
    return rubrics


def _make_archive(window: MainWindow) -> Screen:
    from ui.screens.archive import ArchiveScreen

    archive = ArchiveScreen(window.session)
    archive.page_requested.connect(window.open_page)
    return archive


def _make_settings(window: MainWindow) -> Screen:
    from ui.screens.settings import SettingsScreen

    settings = SettingsScreen(window.session, window.state)
    settings.text_size_changed.connect(window.text_size_changed)
    return settings


def _make_tee_up(window: MainWindow) -> Screen:
    from ui.screens.teeup import TeeUpScreen

    tee_up = TeeUpScreen(window.session)
    tee_up.write_down_requested.connect(window.open_write_down)
    tee_up.call_sheet_requested.connect(window.open_call_sheet)
    return tee_up


def _make_call_sheet(window: MainWindow) -> Screen:
    from ui.screens.call_sheet import CallSheetScreen

    return CallSheetScreen(window.session)


def _make_rubric_paper(window: MainWindow) -> Screen:
    from ui.screens.rubric_paper import RubricPaperScreen

    return RubricPaperScreen(window.session)


def _make_observe(window: MainWindow) -> Screen:
    from ui.screens.observe import ObserveScreen

    observe = ObserveScreen(window.session)
    observe.offer_ways(window.OFFERS_WAYS)
    observe.way_chosen.connect(window.sit)
    return observe


def make_strip(window: MainWindow) -> Strip:
    """:returns: the narrow window for a call, which leads on through ``window``."""
    from ui.screens.strip import Strip

    strip = Strip(window.session, window.state)
    strip.way_chosen.connect(window.sit)
    strip.call_requested.connect(window.open_call)
    return strip


def _make_away(window: MainWindow) -> Screen:
    from ui.screens.away import AwayScreen

    away = AwayScreen(window.session)
    away.write_down_requested.connect(window.open_write_down)
    return away


def _make_write_down(window: MainWindow) -> Screen:
    from ui.screens.write_down import WriteDownScreen

    return WriteDownScreen(window.session)


def _make_my_view(window: MainWindow) -> Screen:
    from ui.screens.myview import MyViewScreen

    my_view = MyViewScreen(window.session)
    my_view.write_down_requested.connect(window.open_write_down)
    return my_view


def _make_debrief(window: MainWindow) -> Screen:
    from ui.screens.debrief import DebriefScreen

    return DebriefScreen(window.session)


def _make_page(window: MainWindow) -> Screen:
    from ui.screens.page import PageScreen

    page = PageScreen(window.session)
    page.debrief_requested.connect(window.open_debrief)
    page.acknowledge_requested.connect(window.open_acknowledge)
    return page


def _make_acknowledge(window: MainWindow) -> Screen:
    from ui.screens.acknowledge import AcknowledgeScreen

    return AcknowledgeScreen(window.session)


def _make_practise(window: MainWindow) -> Screen:
    from ui.screens.practise import PractiseScreen

    return PractiseScreen(window.session)


def _make_closeness(window: MainWindow) -> Screen:
    from ui.screens.closeness import ClosenessScreen

    return ClosenessScreen(window.session)


_MAKERS: dict[str, Callable[[MainWindow], Screen]] = {
    "home": _make_home,
    "welcome": _make_welcome,
    "reps": _make_reps,
    "rep": _make_rep,
    "editrep": _make_edit_rep,
    "editrubric": _make_edit_rubric,
    "newcall": _make_new_call,
    "calls": _make_calls,
    "call": _make_call,
    "mirror": _make_mirror,
    "rubrics": _make_rubrics,
    "archive": _make_archive,
    "settings": _make_settings,
    "teeup": _make_tee_up,
    "callsheet": _make_call_sheet,
    "rubricpaper": _make_rubric_paper,
    "observe": _make_observe,
    "away": _make_away,
    "writedown": _make_write_down,
    "myview": _make_my_view,
    "debrief": _make_debrief,
    "page": _make_page,
    "acknowledge": _make_acknowledge,
    "practise": _make_practise,
    "closeness": _make_closeness,
}
SCREENS = tuple(_MAKERS)
"""The names of all screens."""
