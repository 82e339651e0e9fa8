"""Words about time and people that screens share."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from scoring.facts import CallFacts
from scoring.people import Rep
from scoring.text import tr, trn


def day_words(day: date) -> str:
    """:returns: ``"Monday 23 November"`` in the language of the texts."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM")


def short_day(day: date, today: date) -> str:
    """:returns: ``"3 Dec"``, with the year where it is not the present one."""
    form = "d MMM" if day.year == today.year else "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def time_words(moment: datetime) -> str:
    """:returns: ``"14:00"``, or as the region writes it."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def days_ago(day: date, today: date) -> str:
    """:returns: ``"Today"``, ``"Yesterday"``, ``"12 days ago"``; for a later day ``"Tomorrow"`` or the day itself."""
    days = (today - day).days
    if days == 0:
        return tr("Today")
    if days == 1:
        return tr("Yesterday")
    if days == -1:
        return tr("Tomorrow")
    if days < 0:
        return short_day(day, today)
    return trn("{n} day ago", "{n} days ago", days).format(n=days)


def how_long_ago(moment: datetime, now: datetime) -> str:
    """:returns: ``"just now"``, ``"12 minutes ago"``, ``"3 hours ago"`` or ``"2 days ago"``."""
    minutes = max(0, int((now - moment) / timedelta(minutes=1)))
    if minutes == 0:
        return tr("just now")
    if minutes < 60:
        return trn("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
    hours = minutes // 60
    if hours < 24:
        return trn("{n} hour ago", "{n} hours ago", hours).format(n=hours)
    return trn("{n} day ago", "{n} days ago", hours // 24).format(n=hours // 24)


def when_words(moment: datetime, now: datetime) -> str:
    """:returns: ``"Today 14:00"``, ``"Tomorrow 9:30"``, ``"3 Dec 14:00"``: the time as it was agreed, whatever
    summer time or another zone has made of it since."""
    return tr("{day} {time}").format(day=days_ago(moment.date(), now.date()), time=time_words(moment))


def call_title(facts: CallFacts, rep: Rep) -> str:
    """:returns: ``"Elm Street Clinic with Priya"``."""
    if facts.customer.strip():
        return tr("{customer} with {rep}").format(customer=facts.customer.strip(), rep=rep.first_name)
    return tr("New call with {rep}").format(rep=rep.first_name)
