// The functions of src/platform/web/imports.h, as a library for the linker: each forwards to the page's own modules,
// which main.js hands over as Module.page. Nothing is decided here.
addToLibrary({
  $textAt: (at, bytes) => UTF8ToString(at, bytes, true),
  $textAt__deps: ['$UTF8ToString'],

  lesesaal_dom_create: (id, parent, before, role, level) => Module['page'].semantics.create(id, parent, before, role, level),
  lesesaal_dom_move: (id, parent, before) => Module['page'].semantics.move(id, parent, before),
  lesesaal_dom_remove: (id) => Module['page'].semantics.remove(id),
  lesesaal_dom_text: (id, property, at, bytes) => Module['page'].semantics.setText(id, property, textAt(at, bytes)),
  lesesaal_dom_text__deps: ['$textAt'],
  lesesaal_dom_state: (id, property, value) => Module['page'].semantics.setState(id, property, value),
  lesesaal_dom_range: (id, min, max, now) => Module['page'].semantics.setRange(id, min, max, now),
  lesesaal_dom_no_range: (id) => Module['page'].semantics.removeRange(id),
  lesesaal_dom_relate: (id, relation, target) => Module['page'].semantics.relate(id, relation, target),
  lesesaal_dom_place: (id, x, y, width, height) => Module['page'].semantics.place(id, x, y, width, height),
  lesesaal_dom_unplace: (id) => Module['page'].semantics.unplace(id),
  lesesaal_dom_content_height: (id, height) => Module['page'].semantics.setContentHeight(id, height),
  lesesaal_dom_scroll_to: (id, offset) => Module['page'].semantics.scrollTo(id, offset),
  lesesaal_dom_focus: (id) => Module['page'].semantics.focus(id),
  lesesaal_dom_done: () => Module['page'].semantics.done(),
  lesesaal_dom_token: (name, nameBytes, value, valueBytes) =>
    Module['page'].semantics.setToken(textAt(name, nameBytes), textAt(value, valueBytes)),
  lesesaal_dom_token__deps: ['$textAt'],

  lesesaal_surface_size: (at) => HEAPF32.set(Module['page'].surface.size(), at >> 2),
  lesesaal_surface_preferences: () => Module['page'].surface.preferences(),
  lesesaal_surface_language: () => stringToNewUTF8(Module['page'].surface.language()),
  lesesaal_surface_language__deps: ['$stringToNewUTF8'],
  lesesaal_surface_unavailable: () => Module['page'].surface.setUnavailable(),
  lesesaal_surface_choose_view: (isHtml) => Module['page'].surface.chooseView(isHtml !== 0),
  lesesaal_surface_request_frame: () => Module['page'].surface.requestFrame(),

  lesesaal_select_passage: () => Module['page'].input.selectPassage(),
  lesesaal_outlet_print: () => Module['page'].outlet.print(),
  lesesaal_outlet_copy: (request, at, bytes) => Module['page'].outlet.copy(request, textAt(at, bytes)),
  lesesaal_outlet_copy__deps: ['$textAt'],
  // Copied here: memory may grow while the browser reads it.
  lesesaal_outlet_save: (name, nameBytes, type, typeBytes, at, size) =>
    Module['page'].outlet.save(textAt(name, nameBytes), textAt(type, typeBytes), HEAPU8.slice(at, at + size)),
  lesesaal_outlet_save__deps: ['$textAt'],
  lesesaal_outlet_open_link: (at, bytes) => Module['page'].outlet.openLink(textAt(at, bytes)),
  lesesaal_outlet_open_link__deps: ['$textAt'],

  lesesaal_address_hash: () => stringToNewUTF8(Module['page'].address.hash()),
  lesesaal_address_hash__deps: ['$stringToNewUTF8'],
  lesesaal_address_base: () => stringToNewUTF8(Module['page'].address.base()),
  lesesaal_address_base__deps: ['$stringToNewUTF8'],
  lesesaal_address_set: (at, bytes, isPush) => Module['page'].address.set(textAt(at, bytes), isPush !== 0),
  lesesaal_address_set__deps: ['$textAt'],

  lesesaal_block_find: (name, nameBytes, sizeAt) => {
    const place = Module['page'].blocks.find(textAt(name, nameBytes));
    HEAPU32[sizeAt >> 2] = place.size;
    return place.at;
  },
  lesesaal_block_find__deps: ['$textAt'],
  lesesaal_block_error: (name, nameBytes) => stringToNewUTF8(Module['page'].blocks.error(textAt(name, nameBytes))),
  lesesaal_block_error__deps: ['$textAt', '$stringToNewUTF8'],
  lesesaal_block_load: (request, name, nameBytes) => Module['page'].blocks.load(request, textAt(name, nameBytes)),
  lesesaal_block_load__deps: ['$textAt'],

  lesesaal_storage_open: (request, at, bytes) => Module['page'].storage.open(request, textAt(at, bytes)),
  lesesaal_storage_open__deps: ['$textAt'],
  // Copied here: the program frees its records when this returns.
  lesesaal_storage_replace: (request, added, addedCount, removed, removedCount) => {
    const records = [];
    for (let word = added >> 2; records.length < addedCount; word += 4) {
      const [key, keyBytes, bytes, size] = HEAPU32.subarray(word, word + 4);
      records.push({ key: textAt(key, keyBytes), bytes: HEAPU8.slice(bytes, bytes + size) });
    }
    const keys = [];
    for (let word = removed >> 2; keys.length < removedCount; word += 2) keys.push(textAt(HEAPU32[word], HEAPU32[word + 1]));
    Module['page'].storage.replace(request, records, keys);
  },
  lesesaal_storage_replace__deps: ['$textAt'],
  lesesaal_storage_refresh: (request) => Module['page'].storage.refresh(request),

  lesesaal_copies_pick: (request) => Module['page'].copies.pick(request),
  lesesaal_copies_look_for_link: (request) => Module['page'].copies.lookForLink(request),
  lesesaal_copies_link: (request, at, bytes) => Module['page'].copies.link(request, textAt(at, bytes)),
  lesesaal_copies_link__deps: ['$textAt'],
  lesesaal_copies_link_existing: (request) => Module['page'].copies.linkExisting(request),
  lesesaal_copies_wake: (request) => Module['page'].copies.wake(request),
  lesesaal_copies_write_through: (request, at, size) => Module['page'].copies.writeThrough(request, HEAPU8.slice(at, at + size)),
  lesesaal_copies_unlink: () => Module['page'].copies.unlink(),
  lesesaal_copies_save_page: (request, file, fileBytes, name, nameBytes, block, blockBytes) =>
    Module['page'].copies.savePage(request, textAt(file, fileBytes), textAt(name, nameBytes), textAt(block, blockBytes)),
  lesesaal_copies_save_page__deps: ['$textAt'],

  lesesaal_markup_parse: (at, bytes, tokensMax, sizeAt) => {
    const written = Module['page'].markup.parse(textAt(at, bytes), tokensMax);
    if (!written) return 0;
    const place = _malloc(Math.max(written.length, 1));
    HEAPU8.set(written, place);
    HEAPU32[sizeAt >> 2] = written.length;
    return place;
  },
  lesesaal_markup_parse__deps: ['$textAt', 'malloc'],
});
