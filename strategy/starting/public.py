"""A public body: residents first, money as a means (after Kaplan, 2001, for the public sector)."""

from django.utils.translation import gettext_lazy as _

from strategy.starting.template import Claim, Draft, PlanTemplate

PUBLIC = PlanTemplate(
    code="public-sector",
    name=_("Public sector"),
    for_whom=_("Cities, agencies, ministries: the mandate stands on top, money is a means."),
    perspectives=(
        ("residents", _("Residents and users"), _("What changes in the life of those we serve?")),
        ("mandate", _("Mandate and stewardship"), _("Do we keep the law and spend public money well?")),
        ("process", _("Services and processes"), _("What must we do well every day?")),
        ("people", _("People and capability"), _("Can we do this, and still in five years?")),
    ),
    priorities=(
        ("P1", _("Services people can rely on"), _("Reached without detours, decided in time, explained.")),
        ("P2", _("A place to live well"), _("Outcomes that residents notice where they live.")),
        ("P3", _("An administration that lasts"), _("Sound finances, trusted figures, people who stay.")),
    ),
    objectives=(
        Draft("R1", _("Residents get decisions in time"), "residents", "P1"),
        Draft("R2", _("Residents feel safe and at home"), "residents", "P2"),
        Draft("M1", _("Budgets hold, and show what they bought"), "mandate", "P3"),
        Draft("M2", _("Decisions stand up to review"), "mandate", "P1"),
        Draft("S1", _("Services work without a visit to an office"), "process", "P1"),
        Draft("S2", _("Faults are mended before they are reported twice"), "process", "P2"),
        Draft("C1", _("Posts are filled with people who stay"), "people", "P3"),
        Draft("C2", _("Figures are in on time and trusted"), "people", "P3"),
    ),
    claims=(
        Claim("C1", "S1", _("Filled posts are shorter queues."), 6),
        Claim("C1", "S2", _("Crews that know their streets mend them for good."), 6),
        Claim("C2", "M1", _("What is seen early is not overspent."), 3),
        Claim("S1", "R1", _("Online files do not wait for opening hours."), 3),
        Claim("S2", "R2", _("A street that is cared for feels safe."), 12),
        Claim("M2", "R1", _("Decisions that stand are made once."), 6),
    ),
    values=(
        (_("For everybody"), _("Those who cannot choose another office set the measure.")),
        (_("Openness"), _("What we know and spend can be read by all.")),
    ),
    sections=((_("Legal basis"), _("Name the laws and resolutions that this plan carries out.")),),
)
