"""The two bodies of a report's mail."""

import textwrap
from dataclasses import dataclass
from typing import Any

import css_inline
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from comms.rendering.content import Content, Line, content_of

WIDTH = 72
# The rules for dark mail readers cannot be inlined, so the style tag stays beside the inlined styles.
_INLINER = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


@dataclass(frozen=True)
class Rendered:
    """A subject and both bodies."""

    subject: str
    html: str
    text: str


def render(name: str, numbers: dict[str, Any], before: dict[str, Any] | None, url: str) -> Rendered:
    """A report's mail, from its frozen numbers and those of the run before; `url` leads to the scorecard."""
    content = content_of(numbers, before)
    subject = _("%(name)s: %(score)s, %(status)s (%(period)s)") % {
        "name": name,
        "score": content.plan.score,
        "status": content.plan.word.lower(),
        "period": numbers["period_text"],
    }
    shown = {"name": name, "subject": subject, "numbers": numbers, "content": content, "url": url}
    html = _INLINER.inline(render_to_string("comms/mail/report.html", shown))
    return Rendered(subject, html, _text(name, numbers, content, url))


def _text(name: str, numbers: dict[str, Any], content: Content, url: str) -> str:
    """Plain text in columns; a reader without HTML misses nothing."""
    plan = content.plan
    lines = [
        name,
        f"{plan.name}, {numbers['department_name']}, {numbers['period_text']}",
        "=" * WIDTH,
        "",
        f"{plan.score}  {plan.shape} {plan.word}   {content.since_last}".rstrip(),
        _("%(share)s of values are in") % {"share": plan.coverage},
    ]
    if content.moved:
        lines += ["", _("What changed since the last report"), "-" * WIDTH]
        lines += [
            f"{each.before_shape} → {each.line.shape}  {each.line.name}: {_against(each.line)}"
            for each in content.moved
        ]
    for band in content.bands:
        lines += ["", _row(band.line), "-" * WIDTH, *(_row(line, "  ") for line in band.objectives)]
    lines += _section(_("Off target"), content.off_target)
    lines += _section(_("Values missing"), content.missing)
    return "\n".join([*lines, "", _("Open the scorecard:"), url, ""])


def _section(title: str, lines: tuple[Line, ...]) -> list[str]:
    if not lines:
        return []
    return [
        "",
        title,
        "-" * WIDTH,
        *(f"{line.shape} {line.name}: {_against(line)}{_beside(line)}" for line in lines),
    ]


def _beside(line: Line) -> str:
    return f" ({line.marks})" if line.marks else ""


def _against(line: Line) -> str:
    return _("%(value)s %(unit)s against %(target)s") % {
        "value": line.value,
        "unit": line.unit,
        "target": line.target,
    }


def _row(line: Line, indent: str = "") -> str:
    """A name cut to its column, then score, change, status."""
    room = WIDTH - 36 - len(indent)
    name = textwrap.shorten(line.name, room, placeholder="…")
    return f"{indent}{name:<{room}} {line.score:>6} {line.change:>7}  {line.shape} {line.word}"
