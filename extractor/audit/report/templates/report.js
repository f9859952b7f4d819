(function () {
  "use strict";
  var form = document.getElementById("filter");
  var root = document.documentElement;
  document.querySelectorAll('input[name="language"]').forEach(function (input) {
    input.addEventListener("change", function () { root.lang = input.id.slice(3); });
    if (input.checked) { root.lang = input.id.slice(3); }
  });
  if (!form) { return; }
  var findings = Array.prototype.slice.call(document.querySelectorAll(".finding"));
  var groups = Array.prototype.slice.call(document.querySelectorAll(".group"));
  var count = document.getElementById("count");
  var plain = function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
  };
  var texts = null;
  var chosen = function (name) {
    var found = {};
    form.querySelectorAll('input[name="' + name + '"]:checked').forEach(function (input) { found[input.value] = true; });
    return found;
  };
  var apply = function () {
    var verdicts = chosen("verdict"), severities = chosen("severity"), checks = chosen("check");
    var words = plain(document.getElementById("words").value).split(" ").filter(Boolean);
    if (words.length && !texts) { texts = findings.map(function (one) { return plain(one.textContent); }); }
    var shown = 0;
    findings.forEach(function (one, at) {
      var of = one.dataset;
      var fits = verdicts[of.verdict] && checks[of.check] && (of.verdict !== "refuted" || severities[of.severity]);
      fits = fits && words.every(function (word) { return texts[at].indexOf(word) >= 0; });
      one.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector(".finding:not([hidden])"); });
    count.textContent = String(shown);
  };
  form.addEventListener("input", apply);
  form.addEventListener("reset", function () { window.setTimeout(apply, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(window.location.hash.slice(1));
    if (target && target.closest("[hidden]")) { form.reset(); window.setTimeout(function () { target.scrollIntoView(); }, 50); }
  });
  form.hidden = false;
  apply();
}());
