#pragma once
// What leaves the page: onto paper, into the clipboard, onto the disk, to another site.

#include <functional>
#include <string>

#include "base/result.h"

namespace lesesaal::platform {

struct FileToSave {
    std::string name;        // without a folder; "artikel.bib"
    std::string media_type;  // "application/x-bibtex"
    std::string bytes;
};

/// All of it is to be called while the browser handles what a person did (a click, a key), or the browser may refuse.
struct Outlet {
    virtual ~Outlet() = default;

    /// Opens the browser's print dialog soon, after the next frame. A sandboxed frame without allow-modals ignores it.
    virtual void print() = 0;

    /// Puts `text` (UTF-8) into the clipboard; focus and selection stay. Answers later, once.
    /// Fails with: blocked; the message is the key "copy_failed" of assets/i18n.
    virtual void copy(const std::string& text, std::function<void(base::Result<void>)> then) = 0;

    /// Hands the file to the browser, which saves it or asks where to. No answer: browsers tell nothing, also where a
    /// sandboxed frame without allow-downloads drops the file.
    virtual void save(const FileToSave& file) = 0;

    /// Opens a http, https or mailto address beside the page, telling it nothing of the page; ignores any other. A
    /// sandboxed frame without allow-popups ignores all.
    virtual void open_link(const std::string& url) = 0;
};

}  // namespace lesesaal::platform
