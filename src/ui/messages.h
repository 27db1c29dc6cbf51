#pragma once
// What the interface says, in German. One place, so that a second language is a second table.

#include <string_view>

namespace lesesaal::ui::msg {

inline constexpr std::string_view product = "Lesesaal";
inline constexpr std::string_view skip_to_article = "Zum Artikel";
inline constexpr std::string_view skip_to_list = "Zur Liste";
inline constexpr std::string_view search = "Suche";
inline constexpr std::string_view search_placeholder = "Suche";
inline constexpr std::string_view about = "Über";
inline constexpr std::string_view timeline = "Zeitverlauf";
inline constexpr std::string_view filters = "Filter";
inline constexpr std::string_view active_filters = "Aktive Filter";
inline constexpr std::string_view topics = "Themen";
inline constexpr std::string_view places = "Orte";
inline constexpr std::string_view period = "Zeitraum";
inline constexpr std::string_view from = "Von";
inline constexpr std::string_view to = "Bis";
inline constexpr std::string_view date_placeholder = "TT.MM.JJJJ";
inline constexpr std::string_view date_invalid = "Kein Datum. So geht es: 08.10.2025, 10.2025 oder 2025.";
inline constexpr std::string_view last_year = "Jahr";
inline constexpr std::string_view last_month = "Monat";
inline constexpr std::string_view last_30_days = "30 Tage";
inline constexpr std::string_view status = "Stand";
inline constexpr std::string_view bookmarks = "Lesezeichen";
inline constexpr std::string_view reset_filters = "Filter zurücksetzen";
inline constexpr std::string_view results = "Ergebnisse";
inline constexpr std::string_view articles = "Artikel";
inline constexpr std::string_view newest_first = "Neueste zuerst";
inline constexpr std::string_view most_relevant_first = "Passendste zuerst";
inline constexpr std::string_view no_hits = "Keine Artikel mit diesen Filtern.";
inline constexpr std::string_view no_hits_hint = "Ändern Sie die Suche oder setzen Sie die Filter zurück.";
inline constexpr std::string_view article_bar = "Artikelleiste";
inline constexpr std::string_view back_to_list = "Zur Liste";
inline constexpr std::string_view previous_article = "Zurück";
inline constexpr std::string_view next_article = "Weiter";
inline constexpr std::string_view bookmark = "Lesezeichen";
inline constexpr std::string_view opening = "Lesesaal wird geöffnet …";
inline constexpr std::string_view saved = "Gespeichert";
inline constexpr std::string_view saved_long = "Lesezeichen sind dauerhaft in diesem Browser gespeichert.";
inline constexpr std::string_view until_closing = "Nur bis zum Schließen";
inline constexpr std::string_view not_stored = "Nicht gespeichert";
inline constexpr std::string_view storage_opening = "Speicher wird geöffnet";
inline constexpr std::string_view bookmark_set = "Lesezeichen gesetzt.";
inline constexpr std::string_view bookmark_set_until_closing =
    "Lesezeichen gesetzt. Es bleibt nur, bis diese Seite geschlossen wird.";
inline constexpr std::string_view bookmark_removed = "Lesezeichen entfernt.";
inline constexpr std::string_view bookmark_refused = "Das Lesezeichen konnte nicht gespeichert werden.";
inline constexpr std::string_view teaser_note = "Dies ist der Anrisstext; der ganze Artikel steht bei der Quelle.";
inline constexpr std::string_view derived_date = "aus dem Text erschlossen";
inline constexpr std::string_view undated = "ohne Datum";
inline constexpr std::string_view source = "Quelle";
inline constexpr std::string_view to_source = "Artikel bei der Quelle öffnen";
inline constexpr std::string_view tags = "Themen und Orte dieses Artikels";
inline constexpr std::string_view damaged_title = "Diese Sammlung kann nicht gelesen werden";
inline constexpr std::string_view newer_corpus =
    "Die Sammlung wurde mit einer neueren Fassung von Lesesaal gepackt, als diese Seite enthält. "
    "Packen Sie die Seite mit der neueren Fassung neu.";
inline constexpr std::string_view unreadable_corpus =
    "Der Datenblock „corpus“ enthält keine lesbare Sammlung. Kopieren Sie die Datei neu oder packen Sie sie noch einmal.";
inline constexpr std::string_view search_failed_title = "Die Sammlung antwortet nicht";
inline constexpr std::string_view article_missing_title = "Dieser Artikel ist nicht dabei";
inline constexpr std::string_view third_party = "Fremde Bestandteile und ihre Lizenzen";

}  // namespace lesesaal::ui::msg
