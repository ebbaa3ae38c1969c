// The demonstration only: one click signs in as one of its invented people.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-sign-in-as]");
  const form = document.querySelector("form:has(input[name=login])");
  if (!button || !form) return;
  form.elements.login.value = button.dataset.signInAs;
  form.elements.password.value = button.dataset.password;
  form.requestSubmit();
});
