"""You said, we did; what stood in the way; what failed; what people tell: each result in plain sentences."""

from app.evaluations.sentences.figures import rounded, together
from app.evaluations.sentences.lists import all_of
from app.evaluations.sentences.missing import why
from app.i18n import N_, _, ngettext
from app.i18n.formats import format_number, format_percent
from app.i18n.labels import label
from app.measurement.learning import (
    Days,
    Incidents,
    Influences,
    KindCount,
    Lasting,
    Proposals,
    Share,
    Stories,
)
from app.measurement.missing import Missing
from app.measurement.proportions import Proportion
from app.vocabulary import Influence

ANSWERED = N_("Answered: {count} of {n} proposals")
ADOPTED = N_("Adopted as a whole: {count} of {n} answered")
REASONED = N_("With a reason: {count} of {n} answered")
TOLD = N_("Those who asked were told: {count} of {n} answered")
OWNED = N_("Somebody answers for {count} of {n} incidents")
CITIZENS_TOLD = N_("Citizens were told of {count} of {n} incidents")

TO_ANSWER = N_("Days to an answer: median {days}, over {count} proposals.")
TO_TELLING = N_("Days until those who asked were told: median {days}, over {count} proposals.")
TO_CITIZENS = N_("Days until citizens were told: median {days}, over {count} incidents.")
TO_END = N_("Days until it ended: median {days}, over {count} entries.")


def answered(found: Share | Missing) -> str:
    return _share(ANSWERED, found)


def adopted(found: Share | Missing) -> str:
    return _share(ADOPTED, found)


def reasoned(found: Share | Missing) -> str:
    return _share(REASONED, found)


def told(found: Share | Missing) -> str:
    return _share(TOLD, found)


def owned(found: Share | Missing) -> str:
    return _share(OWNED, found)


def citizens_told(found: Share | Missing) -> str:
    return _share(CITIZENS_TOLD, found)


def to_answer(found: Days | Missing) -> str:
    return _days(TO_ANSWER, found, _("Days to an answer"))


def to_telling(found: Days | Missing) -> str:
    return _days(TO_TELLING, found, _("Days until those who asked were told"))


def to_citizens(found: Days | Missing) -> str:
    return _days(TO_CITIZENS, found, _("Days until citizens were told"))


def to_end(found: Days | Missing) -> str:
    return _days(TO_END, found, _("Days until it ended"))


def proposals(found: Proposals) -> str:
    """How many were made, and how many wait for too long."""
    if not found.made:
        return _("No proposal is logged. That is not zero.")
    made = ngettext("{count} proposal is logged.", "{count} proposals are logged.", found.made)
    return together(made.format(count=format_number(found.made)), waiting(found))


def waiting(found: Proposals) -> str:
    """Nothing where none waits for too long."""
    count = len(found.waiting)
    text = ngettext("{count} waits for too long.", "{count} wait for too long.", count)
    return text.format(count=format_number(count)) if count else ""


def lasting(found: Lasting) -> str:
    """One obstacle or enabler, and for how long."""
    text = (
        ngettext("{kind}: lasting for {days} day.", "{kind}: lasting for {days} days.", found.days)
        if found.is_open
        else ngettext("{kind}: ended after {days} day.", "{kind}: ended after {days} days.", found.days)
    )
    return text.format(kind=label(found.kind), days=format_number(found.days))


def kind(found: KindCount) -> str:
    return _("{kind}: {noticed} noticed, {open} not ended.").format(
        kind=label(found.kind),
        noticed=format_number(found.noticed),
        open=format_number(found.still_open),
    )


def influences(found: Influences) -> str:
    """How many obstacles, or enablers, and of which kinds."""
    count = len(found.entries)
    if found.influence is Influence.OBSTACLE:
        if not count:
            return _("No obstacle is logged. That is not zero.")
        text = ngettext(
            "{count} obstacle, {open} not resolved: {kinds}.",
            "{count} obstacles, {open} not resolved: {kinds}.",
            count,
        )
    else:
        if not count:
            return _("No enabler is logged. That is not zero.")
        text = ngettext(
            "{count} enabler, {open} not ended: {kinds}.",
            "{count} enablers, {open} not ended: {kinds}.",
            count,
        )
    return text.format(
        count=format_number(count),
        open=format_number(len(found.still_open)),
        kinds=all_of(_of_kind(known) for known in found.kinds),
    )


def incidents(found: Incidents) -> str:
    count = len(found.entries)
    if not count:
        return _("No incident is logged. That is not zero.")
    text = ngettext("{count} incident is logged.", "{count} incidents are logged.", count)
    return text.format(count=format_number(count))


def stories(found: Stories) -> str:
    """How far the stories are borne out, and how many of them may be read outside."""
    count = len(found.entries)
    if not count:
        return together(_("No story is logged."), taken_back(found))
    text = ngettext("{count} story is logged", "{count} stories are logged", count)
    return together(
        _("{stories}: documented {documented}, told by several {several}, told by one {one}.").format(
            stories=text.format(count=format_number(count)),
            documented=format_number(found.documented),
            several=format_number(found.several_voices),
            one=format_number(found.one_voice),
        ),
        _("{count} may be read outside the initiative.").format(count=format_number(found.may_leave)),
        taken_back(found),
    )


def taken_back(found: Stories) -> str:
    """Nothing where nobody took words back."""
    text = ngettext(
        "The words of {count} story were taken back.",
        "The words of {count} stories were taken back.",
        found.withdrawn,
    )
    return text.format(count=format_number(found.withdrawn)) if found.withdrawn else ""


def _of_kind(found: KindCount) -> str:
    return _("{kind} {count}").format(kind=label(found.kind), count=format_number(found.noticed))


def _share(subject: str, found: Share | Missing) -> str:
    """Three of ten, or a percentage where there are enough; with Wilson's interval always."""
    if isinstance(found, Missing):
        return why(found)
    part = found.part
    counted = _(subject).format(count=format_number(part.count), n=format_number(part.n))
    return _interval(counted, part)


def _interval(counted: str, part: Proportion) -> str:
    text = (
        _("{counted}: {share}, between {low} and {high}.")
        if part.as_percentage
        else _("{counted} (interval {low} to {high}).")
    )
    return text.format(
        counted=counted,
        share=format_percent(part.share),
        low=format_percent(part.interval.low),
        high=format_percent(part.interval.high),
    )


def _days(text: str, found: Days | Missing, subject: str) -> str:
    if isinstance(found, Missing):
        return _("{subject}: {reason}").format(subject=subject, reason=why(found))
    return _(text).format(days=rounded(found.median), count=format_number(len(found.entries)))
