#pragma once
// What the page does for the program: web/imports.js forwards each of these to the module of web/ that is named here.
// Ids are doubles (53 bits, exact); texts are UTF-8 with their length in bytes, read during the call.

#include <cstddef>
#include <cstdint>

extern "C" {

// web/semantics.js. `before` is 0 for "at the end".
void lesesaal_dom_create(double id, double parent, double before, int role, int level);
void lesesaal_dom_move(double id, double parent, double before);
void lesesaal_dom_remove(double id);
void lesesaal_dom_text(double id, int property, const char* text, std::size_t text_bytes);
void lesesaal_dom_state(double id, int property, int value);
void lesesaal_dom_range(double id, float min, float max, float now);
void lesesaal_dom_no_range(double id);
void lesesaal_dom_relate(double id, int relation, double target);  // target 0: none
void lesesaal_dom_place(double id, float x, float y, float width, float height);
void lesesaal_dom_unplace(double id);
void lesesaal_dom_content_height(double id, float height_px);  // < 0: does not scroll
void lesesaal_dom_scroll_to(double id, float offset_px);       // once, when all changes are made
void lesesaal_dom_focus(double id);                            // the same
void lesesaal_dom_done();
void lesesaal_dom_token(const char* name, std::size_t name_bytes, const char* value, std::size_t value_bytes);

// web/surface.js
void lesesaal_surface_size(float* size);  // width and height in CSS px, then in device px, then the scale
int lesesaal_surface_preferences();       // 1: dark, 2: reduces motion, 4: wants contrast, 8: coarse pointer
char* lesesaal_surface_language();        // to be freed
void lesesaal_surface_unavailable();      // there is no WebGL2
void lesesaal_surface_choose_view(int is_html);
void lesesaal_surface_request_frame();

// web/outlet.js
void lesesaal_outlet_print();
void lesesaal_select_passage();
void lesesaal_outlet_copy(int request, const char* text, std::size_t text_bytes);
void lesesaal_outlet_save(const char* name, std::size_t name_bytes, const char* media_type, std::size_t media_type_bytes,
                          const char* bytes, std::size_t size);
void lesesaal_outlet_open_link(const char* url, std::size_t url_bytes);

// web/address.js
char* lesesaal_address_hash();  // to be freed
char* lesesaal_address_base();  // without the hash; to be freed
void lesesaal_address_set(const char* hash, std::size_t hash_bytes, int is_push);

// web/container.js
const unsigned char* lesesaal_block_find(const char* name, std::size_t name_bytes, std::size_t* size);
char* lesesaal_block_error(const char* name, std::size_t name_bytes);  // to be freed
void lesesaal_block_load(int request, const char* name, std::size_t name_bytes);

// web/storage.js. A record is four words: the addresses and lengths of its key and its bytes; a key that is removed has two.
void lesesaal_storage_open(int request, const char* corpus_id, std::size_t corpus_id_bytes);
void lesesaal_storage_replace(int request, const std::uint32_t* added, std::size_t added_count, const std::uint32_t* removed,
                              std::size_t removed_count);
void lesesaal_storage_refresh(int request);

// web/copies.js
void lesesaal_copies_pick(int request);
void lesesaal_copies_look_for_link(int request);
void lesesaal_copies_link(int request, const char* suggested_name, std::size_t suggested_name_bytes);
void lesesaal_copies_link_existing(int request);
void lesesaal_copies_wake(int request);
void lesesaal_copies_write_through(int request, const char* bytes, std::size_t size);
void lesesaal_copies_unlink();
void lesesaal_copies_save_page(int request, const char* file_name, std::size_t file_name_bytes, const char* block_name,
                               std::size_t block_name_bytes, const char* block, std::size_t block_bytes);

// web/markup.js. Returns: the tokens as it writes them, to be freed; null when there are too many.
char* lesesaal_markup_parse(const char* html, std::size_t html_bytes, std::size_t tokens_max, std::size_t* size);
}
