#pragma once
// A session over the memory twins of all ports.

#include <functional>
#include <string>
#include <vector>

#include "platform/memory/clock_memory.h"
#include "platform/memory/copies_memory.h"
#include "platform/memory/markup_memory.h"
#include "platform/memory/outlet_memory.h"
#include "platform/memory/storage_memory.h"
#include "shell/session.h"
#include "store/builder.h"

namespace lesesaal::shell::sample {

inline corpus::Article article(const std::string& headline, int day, const std::string& text = "") {
    corpus::Article made;
    made.headline = headline;
    made.source = "Probe";
    made.language = "de";
    const base::Date date = *base::make_date(2025, 10, day);
    made.date = corpus::ArticleDate{.first = date, .last = date};
    made.sections = {{"", {text.empty() ? "Der Text von " + headline + "." : text}}};
    made.uid = corpus::make_uid(made);
    return made;
}

struct FakeAddress final : platform::Address {
    void set_hash(const std::string& hash, platform::HistoryMode) override { hashes.push_back(hash); }
    [[nodiscard]] std::string link_to(const std::string& hash) const override { return "file:///saal.html" + hash; }
    std::vector<std::string> hashes;
};

inline base::Bytes corpus_of(const std::vector<corpus::Article>& articles) {
    return store::build_corpus(articles, {}, {.title = "Probe"}).value_or("");
}

/// A reader with two articles, "Zwei" the newer, or with a corpus of the test's own.
struct Room {
    explicit Room(platform::memory::MemoryStorage::Options options = {}, platform::memory::MemoryCopies::Options files = {},
                  base::Bytes corpus = corpus_of({article("Eins", 1), article("Zwei", 2)}))
        : storage(std::move(options)),
          copies(std::move(files)),
          bytes(std::move(corpus)),
          session({.address = address,
                   .storage = storage,
                   .outlet = outlet,
                   .copies = copies,
                   .markup = markup,
                   .clock = clock,
                   .after = [this](int, std::function<void()> then) { timers.push_back(std::move(then)); },
                   .load_notices = [](auto then) { then(std::string("Lizenzen")); },
                   .select_passage = [this] { ++passages; },
                   .on_changed = [this] { ++changes; }}) {}
    void open(const std::string& hash = "") {
        session.open_corpus({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}, "probe", hash);
    }
    [[nodiscard]] std::string uid(const std::string& headline) const {
        return headline == "Eins" ? article("Eins", 1).uid : article("Zwei", 2).uid;
    }

    FakeAddress address;
    platform::memory::MemoryOutlet outlet;
    std::vector<std::function<void()>> timers;
    platform::memory::MemoryStorage storage;
    platform::memory::MemoryCopies copies;
    platform::memory::MemoryMarkup markup{{}};
    int passages = 0;
    platform::memory::MemoryClock clock{1'763'900'000'000};
    base::Bytes bytes;
    int changes = 0;
    shell::Session session;
};

}  // namespace lesesaal::shell::sample
