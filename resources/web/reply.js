"use strict";
// The page of a handover, for the provider: is it as issued, and what is the answer? Nothing leaves by itself: the
// answer becomes a file. What may be in that file stands in casework/handover/reply.py; import checks it again.
(async () => {
  const byId = (id) => document.getElementById(id);
  const form = byId("antwoord");
  const fields = form.elements;

  // -- as issued?

  // The escapes that desktop/render/html_data.py put in, so that no word of the data can end the block it stands in.
  const PLAIN = { "\\\\": "\\\\", "\\u003c": "<", "\\u003a": ":" };
  const data = byId("ijkpunt-overdracht").textContent.replace(/\\(\\|u003[ac])/g, (found) => PLAIN[found]);
  const shown = (id) => byId(id).textContent.trim();
  const fingerprint = await digest(data);
  const wordsWhole = (await digest(byId("stuk").textContent)) === shown("kenmerk-tekst");
  const dataWhole = fingerprint === shown("kenmerk");
  verdict();

  function verdict() {
    const [tone, words] = !dataWhole
      ? ["stop", "Niet zoals uitgegeven: de gegevens in dit bestand zijn veranderd of beschadigd. Gebruik dit stuk niet. Bel de afzender en vraag om een nieuw."]
      : !wordsWhole
        ? ["care", "De gegevens zijn zoals uitgegeven, maar de tekst die u ziet is anders. Vertaalt uw browser deze pagina? Zet dat uit en open het bestand opnieuw. Blijft dit staan, bel dan de afzender."]
        : ["safe", "Zoals uitgegeven: de tekst en de gegevens passen bij hun kenmerk."];
    byId("controle-uitslag").className = `callout ${tone}`;
    byId("uitslag").textContent = words;
  }

  async function digest(text) {
    const bytes = new TextEncoder().encode(text);
    const made = globalThis.crypto?.subtle ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)) : sha256(bytes);
    return hexadecimal(made);
  }

  function hexadecimal(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // FIPS 180-4, for a browser that keeps crypto.subtle from a page that was opened from a folder.
  function sha256(bytes) {
    const primes = [];
    for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
    const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
    const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
    const state = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
    const turn = (word, by) => (word >>> by) | (word << (32 - by));
    const padded = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64));
    new Uint8Array(padded.buffer).set(bytes);
    padded.setUint8(bytes.length, 0x80);
    padded.setUint32(padded.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
    padded.setUint32(padded.byteLength - 4, bytes.length << 3);
    const w = new Int32Array(64);
    for (let block = 0; block < padded.byteLength; block += 64) {
      for (let i = 0; i < 16; i += 1) w[i] = padded.getInt32(block + 4 * i);
      for (let i = 16; i < 64; i += 1) {
        const low = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
        const high = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
        w[i] = w[i - 16] + low + w[i - 7] + high;
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i += 1) {
        const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + w[i]) | 0;
        const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] = (state[i] + word) | 0; });
    }
    const out = new DataView(new ArrayBuffer(32));
    state.forEach((word, i) => out.setInt32(4 * i, word));
    return new Uint8Array(out.buffer);
  }

  // -- the answer

  const TEXTS = ["note", "missed", "contact"];
  const DAYS = ["start_on", "first_plan_on"];
  const MARKS = ["complete", "clear", "usable"];
  const value = (name) => fields[name].value.trim();

  byId("zonder-script").hidden = true;
  if (!dataWhole) {
    byId("geen-antwoord").hidden = false;
    return;
  }
  form.hidden = false;
  form.addEventListener("change", showWhatApplies);
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  byId("afdrukken").addEventListener("click", () => window.print());
  byId("eerder").addEventListener("change", reopen);
  showWhatApplies();

  function showWhatApplies() {
    for (const part of form.querySelectorAll("[data-bij]")) {
      part.hidden = !part.dataset.bij.split(" ").includes(value("outcome"));
    }
    byId("note-woorden").textContent = value("outcome") === "vraag" ? "Wat is uw vraag?" : "Toelichting (mag leeg blijven)";
  }

  function applies(name) {
    const field = fields[name] instanceof RadioNodeList ? fields[name][0] : fields[name];
    return field.closest("[hidden]") === null;
  }

  function mistakes() {
    const outcome = value("outcome");
    const found = [];
    if (!outcome) found.push(["outcome-1", "Kies of u deze vraag aanneemt."]);
    if (outcome === "afgewezen" && !value("reason")) found.push(["reason", "Kies de reden van uw nee."]);
    if (outcome === "vraag" && !value("note")) found.push(["note", "Schrijf uw vraag op."]);
    if (outcome === "afgewezen" && value("reason") === "anders" && !value("note")) found.push(["note", "Schrijf op wat de reden is."]);
    for (const name of DAYS) {
      if (applies(name) && !goodDay(fields[name])) found.push([name, `${label(name)}: deze datum is niet goed. Vul dag, maand en jaar in.`]);
    }
    const weeks = fields.waiting_weeks;
    if (applies("waiting_weeks") && (weeks.validity.badInput || !/^(\d{1,3})?$/.test(weeks.value) || Number(weeks.value) > 520)) {
      found.push(["waiting_weeks", "Wachttijd: vul een heel getal in van 0 tot en met 520 weken."]);
    } else if (outcome === "geaccepteerd" && !value("start_on") && !value("waiting_weeks")) {
      found.push(["start_on", "Vul in wanneer u begint, of hoeveel weken het gezin wacht."]);
    }
    return found;
  }

  function goodDay(field) {
    const year = Number(field.value.slice(0, 4));
    return !field.validity.badInput && (field.value === "" || (/^\d{4}-\d\d-\d\d$/.test(field.value) && year >= 1900 && year <= 2199));
  }

  function label(name) {
    return form.querySelector(`label[for="${name}"]`).textContent;
  }

  function showMistakes(found) {
    const list = byId("fouten-lijst");
    list.replaceChildren(...found.map(([id, words]) => {
      const link = document.createElement("a");
      link.href = `#${id}`;
      link.textContent = words;
      link.addEventListener("click", (event) => { event.preventDefault(); byId(id).focus(); });
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    for (const field of fields) field.removeAttribute("aria-invalid");
    for (const [id] of found) byId(id).setAttribute("aria-invalid", "true");
    byId("fouten").hidden = found.length === 0;
    if (found.length) byId("fouten").focus();
  }

  function reply() {
    const made = {
      schema: "ijkpunt/reply/1",
      document_id: form.dataset.document,
      version: Number(form.dataset.version),
      fingerprint,
      reply_id: hexadecimal(crypto.getRandomValues(new Uint8Array(10))),
      made_at: new Date().toISOString(),
      outcome: value("outcome"),
    };
    if (applies("reason") && value("reason")) made.reason = value("reason");
    for (const name of TEXTS) if (value(name)) made[name] = value(name).toWellFormed?.() ?? value(name);
    for (const name of DAYS) if (applies(name) && value(name)) made[name] = value(name);
    if (applies("waiting_weeks") && value("waiting_weeks")) made.waiting_weeks = Number(value("waiting_weeks"));
    for (const name of MARKS) if (value(name)) made[name] = Number(value(name));
    return made;
  }

  function save() {
    const found = mistakes();
    showMistakes(found);
    byId("klaar").textContent = "";
    if (found.length) return;
    const made = reply();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(made, null, 2)}\n`], { type: "application/json" }));
    link.download = `antwoord-${made.document_id.replace(/[^A-Za-z0-9-]/g, "")}-${made.reply_id.slice(0, 6)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    byId("klaar").textContent =
      `Bewaard als ${link.download}, in de map met downloads. Er is niets verstuurd: stuur dit bestand zelf veilig terug ` +
      "naar de afzender. Klopt er iets niet? Verander het hier en bewaar opnieuw; het nieuwste antwoord telt.";
  }

  async function reopen(event) {
    const told = byId("eerder-uitslag");
    const [file] = event.target.files;
    if (!file) return;
    let earlier = null;
    try {
      earlier = file.size < 200_000 ? JSON.parse(await file.text()) : null;
    } catch (trouble) {
      if (!(trouble instanceof SyntaxError || trouble instanceof DOMException)) throw trouble;
    }
    if (earlier?.schema !== "ijkpunt/reply/1") {
      told.textContent = "Dit is geen antwoordbestand. Kies een bestand dat met “antwoord-” begint.";
    } else if (earlier.document_id !== form.dataset.document || earlier.fingerprint !== fingerprint) {
      told.textContent = "Dit antwoord hoort bij een ander stuk. Kies het antwoord dat bij dit stuk hoort.";
    } else {
      const known = ["outcome", "reason", ...TEXTS, ...DAYS, "waiting_weeks", ...MARKS];
      form.reset();
      for (const name of known) fields[name].value = String(earlier[name] ?? "");
      showWhatApplies();
      told.textContent = "Uw eerdere antwoord staat weer in dit formulier. Verander wat u wilt en bewaar opnieuw.";
    }
    event.target.value = "";
  }
})();
