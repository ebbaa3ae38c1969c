"""Methods of running a project: their stages and what they ask for, edited by SMO staff."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from initiatives.enums import ElementKind, Size, Stage


@tracked
class Category(models.Model):
    """A kind of initiative that the organisation tells apart (digital, building, service …)."""

    name = models.CharField(_("Name"), max_length=100, unique=True)
    description = models.TextField(_("What belongs there"), blank=True)
    position = models.PositiveIntegerField(default=0)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["position", "name"]
        verbose_name_plural = "categories"

    def __str__(self) -> str:
        return self.name


@tracked
class Method(models.Model):
    """A way of running an initiative (staged, agile, light …) with its guidance."""

    code = models.SlugField(_("Code"), max_length=40, unique=True)
    name = models.CharField(_("Name"), max_length=100)
    summary = models.CharField(_("In one sentence"), max_length=300, blank=True)
    guidance = models.TextField(_("When it fits, and how it goes"), blank=True)
    position = models.PositiveIntegerField(default=0)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


@tracked
class MethodStage(models.Model):
    """A stage of a method, in order: what it is for and how to go through it."""

    method = models.ForeignKey(Method, on_delete=models.CASCADE, related_name="stages")
    name = models.CharField(_("Name"), max_length=100)
    purpose = models.CharField(_("What it is for"), max_length=300, blank=True)
    guidance = models.TextField(_("Help"), blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class MethodElement(models.Model):
    """A role, deliverable or check that a method asks for, from a size of initiative on.

    `stage`: in which of the method's stages; none: throughout.
    """

    method = models.ForeignKey(Method, on_delete=models.CASCADE, related_name="elements")
    stage = models.ForeignKey(
        MethodStage, null=True, blank=True, on_delete=models.CASCADE, related_name="elements"
    )
    kind = models.CharField(_("Kind"), max_length=11, choices=ElementKind.choices)
    name = models.CharField(_("Name"), max_length=200)
    help = models.TextField(_("Help"), blank=True)
    from_size = models.CharField(_("Asked for from"), max_length=6, choices=Size.choices, default=Size.SMALL)
    position = models.PositiveIntegerField(default=0)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class GateCriterion(models.Model):
    """What is asked before an initiative enters a stage."""

    to_stage = models.CharField(_("Before the stage"), max_length=9, choices=Stage.choices)
    text = models.CharField(_("Criterion"), max_length=300)
    help = models.TextField(_("How to judge it"), blank=True)
    required = models.BooleanField(_("Must be met"), default=False)
    position = models.PositiveIntegerField(default=0)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["to_stage", "position", "pk"]
        verbose_name_plural = "gate criteria"

    def __str__(self) -> str:
        return self.text
