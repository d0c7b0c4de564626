// What htmx cannot say in attributes: ids of events, keys, focus, scrolling, the dialog. No words of its own: they
// stand in the templates.
"use strict";

const byId = (id) => document.getElementById(id);
const dialog = byId("dialog");

// An event keeps its id while the same thing is tried again, so that it acts once even if only the answer was lost.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.verb !== "post") return;
  const what = JSON.stringify([detail.path, ...detail.formData.entries()]);
  if (detail.elt.pending?.what !== what) detail.elt.pending = { what, id: crypto.randomUUID() };
  detail.parameters.event = detail.elt.pending.id;
});

document.addEventListener("htmx:beforeRequest", (request) => {
  const form = request.detail.elt;
  if (!form.matches("[data-composer]")) return;
  const box = form.querySelector("textarea");
  if (!box.value.trim() || tooLong(box)) {
    if (tooLong(box)) complain(form, "tooLong");
    request.preventDefault();
    return;
  }
  form.sent = box.value;
  box.value = "";
  measure(box);
  complain(form, null);
  form.parentElement.querySelector("[data-log]").atEnd = true;
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (!detail.successful) return;
  delete detail.elt.pending;
});

for (const trouble of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(trouble, ({ detail }) => {
    if (detail.requestConfig.verb === "post") failed(detail.elt, detail.xhr.status);
  });
}

function failed(elt, status) {
  if (elt.matches("[data-composer]")) {
    const box = elt.querySelector("textarea");
    box.value = [elt.sent, box.value].filter(Boolean).join("\n");
    delete elt.sent;
    measure(box);
    complain(elt, status === 422 ? "tooLong" : "failed");
  } else if (elt.closest("dialog")) {
    complain(elt.closest("form"), "failed");
  } else {
    note(document.body.dataset.failed);
  }
}

function complain(form, reason) {
  const problem = form.querySelector(".problem");
  problem.hidden = !reason;
  problem.textContent = reason ? problem.dataset[reason] ?? problem.dataset.failed : "";
}

// ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const tooLong = (box) => box.dataset.limit && box.value.length > Number(box.dataset.limit);

function measure(box) {
  const limit = Number(box.dataset.limit);
  const counter = box.closest("form, .field").querySelector("[data-counter]");
  if (!limit || !counter) return;
  counter.hidden = box.value.length < limit * 0.9;
  counter.textContent = `${box.value.length.toLocaleString("en")} / ${limit.toLocaleString("en")}`;
  counter.classList.toggle("over", tooLong(box));
  if (box.closest("dialog")) box.setCustomValidity(tooLong(box) ? counter.textContent : "");
}

document.addEventListener("input", ({ target }) => {
  if (target.matches("textarea")) measure(target);
});

document.addEventListener("keydown", (press) => {
  const form = press.target.closest?.("[data-composer]");
  if (!form || press.target.tagName !== "TEXTAREA") return;
  if (press.key !== "Enter" || press.shiftKey || press.isComposing) return;
  press.preventDefault();
  form.requestSubmit();
});

// ── Logs stay at their end unless somebody reads further up ─────────────────────────────────────────────────────────

for (const log of document.querySelectorAll("[data-log]")) {
  const posts = log.firstElementChild;
  let size = "";
  let ours = 0;
  const sizeNow = () => `${log.scrollHeight}/${log.clientHeight}`;
  const settle = () => {
    if (log.atEnd) {
      // Never past the beginning of the last post: a card's title comes first.
      const last = posts.lastElementChild;
      log.scrollTop = last ? Math.min(log.scrollHeight, last.offsetTop - log.offsetTop - 12) : 0;
      ours = log.scrollTop;
    }
    size = sizeNow();
  };
  log.atEnd = true;
  log.addEventListener("scroll", () => {
    if (size !== sizeNow()) return; // the layout moved, not a person
    const left = log.scrollHeight - log.scrollTop - log.clientHeight;
    log.atEnd = left < 60 || Math.abs(log.scrollTop - ours) < 2;
  });
  new MutationObserver(settle).observe(log, { childList: true, subtree: true });
  const sizes = new ResizeObserver(settle);
  sizes.observe(log);
  sizes.observe(posts);
}

// A key that waits or is replaced loses the focus: give it back, or leave it in the log that the key stood in.
let pressed = { key: null, log: null };
document.addEventListener("click", ({ target }) => {
  const key = target.closest("button");
  if (!dialog.contains(target)) pressed = { key, log: key?.closest("[data-log]") };
});

function giveFocusBack() {
  if (dialog.open || document.activeElement !== document.body) return;
  const place = pressed.key?.isConnected ? pressed.key : pressed.log;
  place?.focus({ preventScroll: true });
}
document.addEventListener("htmx:oobAfterSwap", giveFocusBack);
document.addEventListener("htmx:afterRequest", giveFocusBack);

// ── The dialog ──────────────────────────────────────────────────────────────────────────────────────────────────────

dialog.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target !== dialog) return;
  if (!dialog.open) dialog.showModal();
  dialog.querySelectorAll("textarea").forEach(measure);
  const first = dialog.querySelector("textarea, input:not([type=hidden]), select");
  (first ?? dialog.querySelector("[data-close]")).focus();
});
dialog.addEventListener("dialog-close", () => dialog.close());
dialog.addEventListener("close", () => {
  dialog.replaceChildren();
  giveFocusBack();
});
dialog.addEventListener("click", ({ target }) => {
  if (target.closest("[data-close]")) dialog.close();
});

// ── A coordinator's own page ────────────────────────────────────────────────────────────────────────────────────────

const tabs = [...document.querySelectorAll("[role=tab]")];
const look = () => htmx.trigger("#home", "look");

function show(tab) {
  for (const each of tabs) {
    const chosen = each === tab;
    each.setAttribute("aria-selected", String(chosen));
    each.tabIndex = chosen ? 0 : -1;
    byId(each.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (tab.id === "tab-home") look();
}

for (const tab of tabs) {
  tab.addEventListener("click", () => show(tab));
  tab.addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return;
    const next = tabs[(tabs.indexOf(tab) + 1) % tabs.length];
    next.focus();
    show(next);
  });
}
byId("who").addEventListener("change", look);
document.addEventListener("htmx:sseMessage", ({ target }) => {
  if ((target.id === "log-desk" || target.id === "log-direct") && !byId("panel-home").hidden) look();
});

// ── Notes, and whether the page is live ─────────────────────────────────────────────────────────────────────────────

const toast = byId("toast");
let fading = 0;
function note(text) {
  toast.textContent = text;
}
new MutationObserver(() => {
  clearTimeout(fading);
  if (toast.textContent) fading = setTimeout(() => toast.replaceChildren(), 6000);
}).observe(toast, { childList: true });

const connection = byId("connection");
function connected(live) {
  const word = live ? connection.dataset.live : connection.dataset.lost;
  if (connection.textContent !== word) connection.textContent = word;
  connection.classList.toggle("live", live);
}
document.addEventListener("htmx:sseOpen", () => connected(true));
document.addEventListener("htmx:sseError", () => connected(false));
