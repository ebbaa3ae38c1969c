"""A form with every kind of control, bound to input that is partly wrong."""

from django import forms


class SampleForm(forms.Form):
    """Text, number, date, choice, several choices, a box and a file."""

    name = forms.CharField(help_text="As it should stand on the scorecard.")
    target = forms.DecimalField(max_value=100, help_text="In per cent.")
    due = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    direction = forms.ChoiceField(choices=[("up", "Higher is better"), ("down", "Lower is better")])
    shown_on = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("home", "Home"), ("report", "Performance report")],
    )
    approval = forms.BooleanField(required=False, label="Values count only when approved")
    purpose = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))
    method = forms.FileField(required=False)
