"""The structure of the page: what a screen reader reads, in its order."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

from exports.page.objects import Objects, Ref, array, dictionary, name, string


@dataclass(slots=True, eq=False)
class Tag:
    """One element. ``marks`` are the numbered stretches of the page's content it owns, ``kids`` the elements in it."""

    role: str
    kids: list[Tag] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    alternative: str = ""
    spoken: str = ""
    attributes: str = ""


class TagTree:
    """The elements of the one page, opened and closed in reading order."""

    def __init__(self) -> None:
        self.root = Tag("Document")
        self._open = [self.root]
        self._owners: list[Tag] = []

    @contextmanager
    def element(
        self, role: str, *, alternative: str = "", spoken: str = "", attributes: str = ""
    ) -> Generator[Tag]:
        """Put what is tagged meanwhile into an element.

        :param alternative: says in words what a picture shows.
        :param spoken: the text itself where what is drawn could be read wrongly.
        """
        tag = Tag(role, alternative=alternative, spoken=spoken, attributes=attributes)
        self._open[-1].kids.append(tag)
        self._open.append(tag)
        yield tag
        self._open.pop()

    def mark(self) -> tuple[str, int]:
        """:returns: the role of the open element and the number of the next stretch of content, now its own."""
        owner = self._open[-1]
        mark = len(self._owners)
        owner.marks.append(mark)
        self._owners.append(owner)
        return owner.role, mark

    def write(self, objects: Objects, page: Ref) -> Ref:
        """:returns: the reference to the structure tree."""
        root = objects.reserve()
        references: dict[Tag, Ref] = {}
        document = self._write_tag(self.root, root, objects, page, references)
        parents = array(references[owner] for owner in self._owners)
        tree = objects.add(dictionary(Nums=f"[0 {parents}]"))
        objects.fill(
            root,
            dictionary(
                Type=name("StructTreeRoot"), K=array((document,)), ParentTree=tree, ParentTreeNextKey="1"
            ),
        )
        return root

    def _write_tag(
        self, tag: Tag, parent: Ref, objects: Objects, page: Ref, references: dict[Tag, Ref]
    ) -> Ref:
        reference = references[tag] = objects.reserve()
        kids = [self._write_tag(kid, reference, objects, page, references) for kid in tag.kids]
        entries = dictionary(
            Type="/StructElem",
            S=f"/{tag.role}",
            P=parent,
            Pg=page if tag.marks else "",
            K=array([*map(str, tag.marks), *kids]),
            Alt=string(tag.alternative) if tag.alternative else "",
            ActualText=string(tag.spoken) if tag.spoken else "",
            A=tag.attributes,
        )
        objects.fill(reference, entries)
        return reference
