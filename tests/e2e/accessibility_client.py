"""A real accessibility client, one JSON line in, one out.

Runs under the system's own Python, which has the AT-SPI bindings; it imports nothing of this project.
Input: ``{"do": "list"}``, ``{"do": "list_in_full"}``, ``{"do": "press", "id": …}`` or
``{"do": "write", "id": …, "text": …}``; output: ``{"nodes": […]}``, ``{"pressed": true}`` or ``{"written": true}``.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  the version has to be required first

WRITTEN = ("text", "entry", "paragraph", "terminal", "document text")
STATES = ("SHOWING", "FOCUSED", "CHECKED", "ENABLED", "SENSITIVE")


def walk(node, depth=0):
    """The node, with its states, and what stands in it; what is not on the screen is not looked into: each look takes
    its time."""
    if node is None or depth > 40:
        return
    try:
        states = node.get_state_set()
    except GLib.Error:
        return  # it went away while we looked
    yield node, states
    for child in children(node, states, depth):
        yield from walk(child, depth + 1)


def children(node, states, depth):
    try:
        if depth and not states.contains(Atspi.StateType.SHOWING):
            return []
        return [node.get_child_at_index(index) for index in range(node.get_child_count())]
    except GLib.Error:
        return []  # it went away while we looked


def in_full(node, description):
    return {**description, "description": node.get_description() or "", "text": text_of(node)}


def applications():
    desktop = Atspi.get_desktop(0)
    found = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    for application in found:
        # What is remembered is brought up to date by a main loop, and this client has none.
        application.set_cache_mask(Atspi.Cache.NONE)
        application.clear_cache()
    return found


def described(node, states):
    """Each answer is a message there and back; a description is asked for by those who want it."""
    extents, role = node.get_extents(Atspi.CoordType.SCREEN), node.get_role_name()
    return {
        "id": node.get_accessible_id().rsplit(".QApplication.", 1)[-1],
        "name": node.get_name() or "",
        "role": role,
        "box": [extents.x, extents.y, extents.width, extents.height],
        "states": [name.lower() for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        "text": text_of(node) if role in WRITTEN else "",
    }


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""


def nodes():
    for application in applications():
        for node, states in walk(application):
            try:
                yield node, described(node, states)
            except GLib.Error:
                continue  # it went away while we looked


def press(wanted):
    for node, description in nodes():
        if description["id"] == wanted or description["id"].endswith("." + wanted):
            action = node.get_action_iface()
            return bool(action and Atspi.Action.do_action(action, 0))
    return False


def write(wanted, text):
    for node, description in nodes():
        if description["id"] == wanted:
            field = node.get_editable_text_iface()
            return bool(field and Atspi.EditableText.set_text_contents(field, text))
    return False


def answer(request):
    if request["do"] == "press":
        return {"pressed": press(request["id"])}
    if request["do"] == "write":
        return {"written": write(request["id"], request["text"])}
    if request["do"] == "list_in_full":
        return {"nodes": [in_full(node, description) for node, description in nodes()]}
    return {"nodes": [description for _, description in nodes()]}


for line in sys.stdin:
    try:
        reply = answer(json.loads(line))
    except GLib.Error as error:
        reply = {"nodes": [], "pressed": False, "written": False, "error": str(error)}
    print(json.dumps(reply), flush=True)
