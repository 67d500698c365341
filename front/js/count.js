// A number that follows the ticks of its form. Without this script it stands as the page was made.
//
//   <strong data-counts="keep_">12</strong>   how many boxes whose names begin so are ticked

function count(form) {
  const told = form?.querySelector("[data-counts]");
  if (told) told.textContent = form.querySelectorAll(`input[name^="${told.dataset.counts}"]:checked`).length;
}

document.addEventListener("change", (event) => count(event.target.form));
document.querySelectorAll("form:has([data-counts])").forEach(count);
