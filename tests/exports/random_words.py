"""Words as people write them in ten scripts, and as broken imports hold them."""

from __future__ import annotations

import random

SCRIPTS: dict[str, tuple[str, ...]] = {
    "latin": (
        "Nguyễn Thị Minh Khai", "Þórður Guðmundsson", "Ștefan Țăruș", "Şükrü Ağaoğlu", "Kovács Őrs", "François",
        "asked", "before", "answering", "price", "the", "pilot’s", "scope", "Größe", "Łódź", "naïve", "Dvořák", "¿qué?",
    ),
    "greek": ("Ελευθερία", "Παπαδοπούλου", "ρώτησε", "πρώτα", "την", "τιμή", "του", "πελάτη", "και", "περίμενε"),
    "cyrillic": ("Спасибо", "Ёлочка", "Щербаков", "вопрос", "о", "цене", "Їжак", "Ђорђе", "съёмка", "заказчик"),
    "arabic": ("محمد", "عبد", "الله", "الأنصاري", "سأسأل", "أولاً", "كم", "يكلفهم", "السعر", "اليوم", "٢٠٢٦"),
    "hebrew": ("יוסף", "בן־דוד", "דנה", "כהן", "לתרגל", "שלוש", "שיחות", "לפני", "סוף", "השנה", "שָׁלוֹם"),
    "devanagari": ("प्रश्न", "ग्राहक", "क्षेत्र", "उत्तर", "श्रीवास्तव", "प्रिया", "मूल्य", "स्त्री", "हिन्दी", "२०२६", "ज्ञान"),
    "thai": ("ทีมกรุงเทพ", "น้ำ", "ผู้จัดการ", "ถามก่อนตอบ", "ราคา", "ลูกค้า", "ปั๊ม", "เป็นที่เรียบร้อย", "ใหญ่", "๒๕๖๙"),
    "chinese": ("王小明", "李娜", "先问", "再答", "价格", "客户的需求", "会议，", "下次。", "東京歯科", "鬱"),
    "japanese": ("山田太郎さん", "「価格」", "次回は", "理由を", "先に聞く。", "ｶﾀｶﾅ", "ヴァイオリン", "が"),
    "korean": ("김민준", "과장과", "협상", "연습", "다음에는", "이유를", "먼저", "묻는다.", "뷁", "서울팀"),
}  # fmt: skip
"""Words of each script, in their usual spelling."""

_ODD = (
    *("🚀", "👩\u200d👩\u200d👧\u200d👦", "👍🏽", "\ud83d", "\udc00", "\U00020000", "\ue000", "﷽"),
    *(
        "\x00",
        "\x1b[0m",
        "\x08",
        "\x7f",
        "\t",
        "\r\n",
        "\u2028",
        "\u202e",
        "\u2066",
        "\u200f",
        "\ufeff",
        "\ufffe",
    ),
    *(
        "\u00ad",
        "a\u0301\u0302\u0303",
        "<b>&amp;</b>",
        "(((",
        "\\",
        "{n}",
        "%s",
        "”",
        "–",
        "3:2",
        "45%",
        "x" * 90,
    ),
)
"""What comes with pasting, old files and playful people."""


class RandomWords:
    """Writes something else each time; the same ``rng`` state writes the same."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def text(self, most: int = 12) -> str:
        """:returns: nothing, a few words, a mixture, or now and then hundreds of words."""
        kind = self._rng.random()
        if kind < 0.1:
            return self._rng.choice(("", "", " ", "\n"))
        if kind > 0.98:
            return self._joined(self._rng.randint(200, 1500))
        return self._joined(self._rng.randint(1, most))

    def name(self) -> str:
        """:returns: one to four words, seldom more; never blank, and without what no file of names can hold."""
        count = self._rng.choice((1, 2, 2, 2, 3, 4, 14))
        script = SCRIPTS[self._rng.choice(list(SCRIPTS))]
        words = self._rng.choices(script, k=count)
        if self._rng.random() < 0.2:
            words.append(self._rng.choice(_ODD))
        return " ".join(words).encode("utf-8", "ignore").decode()

    def _joined(self, count: int) -> str:
        script = SCRIPTS[self._rng.choice(list(SCRIPTS))]
        mixed, odd = self._rng.random() < 0.3, self._rng.random() < 0.2
        return self._rng.choice((" ", " ", " ", "", "\n") if count < 20 else (" ", " ", "")).join(
            self._word(script, mixed=mixed, odd=odd) for _ in range(count)
        )

    def _word(self, script: tuple[str, ...], *, mixed: bool, odd: bool) -> str:
        if odd and self._rng.random() < 0.3:
            return self._rng.choice(_ODD)
        if mixed and self._rng.random() < 0.5:
            return self._rng.choice(SCRIPTS[self._rng.choice(list(SCRIPTS))])
        return self._rng.choice(script)
