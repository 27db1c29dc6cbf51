#include "corpus/plain_text.h"

namespace lesesaal::corpus {

PlainText plain_text(const Article& article) {
    PlainText plain;
    const auto add = [&](const std::string& part) {
        if (!plain.text.empty()) plain.text += "\n\n";
        const std::size_t begin = plain.text.size();
        plain.text += part;
        return base::ByteRange{begin, plain.text.size()};
    };
    for (const Section& section : article.sections) {
        plain.headings.push_back(section.heading.empty() ? base::ByteRange{} : add(section.heading));
        for (const std::string& paragraph : section.paragraphs) plain.paragraphs.push_back(add(paragraph));
    }
    return plain;
}

}  // namespace lesesaal::corpus
