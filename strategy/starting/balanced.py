"""The Balanced Scorecard for an enterprise (Kaplan and Norton, 1992; strategy maps, 2004)."""

from django.utils.translation import gettext_lazy as _

from strategy.starting.template import Claim, Draft, PlanTemplate

BALANCED = PlanTemplate(
    code="balanced-scorecard",
    name=_("Balanced Scorecard"),
    for_whom=_("Enterprises: from people and processes over customers to financial results."),
    perspectives=(
        ("financial", _("Finance"), _("How do we look to those who fund us?")),
        ("customer", _("Customers"), _("How do those we serve see us?")),
        ("process", _("Internal processes"), _("What must we excel at?")),
        ("learning", _("Learning and growth"), _("How can we go on improving and creating value?")),
    ),
    priorities=(
        ("P1", _("Growth"), _("More of what customers value, in markets that we choose.")),
        ("P2", _("Productivity"), _("The same and better with less effort and waste.")),
        ("P3", _("Renewal"), _("People, knowledge and tools for what comes next.")),
    ),
    objectives=(
        Draft("F1", _("Earnings grow"), "financial", "P1", _("More of what customers come back for.")),
        Draft("F2", _("Costs grow slower than earnings"), "financial", "P2"),
        Draft("C1", _("Customers stay and recommend us"), "customer", "P1"),
        Draft("C2", _("New customers find us"), "customer", "P1"),
        Draft("I1", _("What we promise is delivered on time"), "process", "P2"),
        Draft("I2", _("New offers reach the market sooner"), "process", "P1"),
        Draft("L1", _("People have the skills that the strategy needs"), "learning", "P3"),
        Draft("L2", _("Decisions rest on data that are there and right"), "learning", "P3"),
    ),
    claims=(
        Claim("L1", "I1", _("Who knows how, delivers without detours."), 6),
        Claim("L1", "I2", _("New skills become new offers."), 12),
        Claim("L2", "I1", _("Delays are seen before customers see them."), 3),
        Claim("I1", "C1", _("Kept promises keep customers."), 6),
        Claim("I2", "C2", _("New offers are a reason to come."), 6),
        Claim("C1", "F1", _("Those who stay buy again."), 6),
        Claim("C2", "F1", _("More customers, more sales."), 12),
        Claim("I1", "F2", _("What is right the first time costs once."), 3),
    ),
    values=(
        (_("Customers first"), _("A decision names the customer whom it helps.")),
        (_("Plain words"), _("We say what we see, also when it is unwelcome.")),
    ),
)
