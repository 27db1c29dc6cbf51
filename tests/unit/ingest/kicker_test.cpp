#include "ingest/kicker.h"

#include <doctest.h>

using namespace lesesaal;
using ingest::KickerEvidence;

namespace {

// "Kicker|Headline", or the line when it has no kicker.
std::string split(std::string_view line, const KickerEvidence& evidence = {}) {
    const ingest::KickerSplit parts = ingest::split_heading_line(line, evidence);
    if (parts.kicker_end == 0) return std::string(line);
    return std::string(line.substr(0, parts.kicker_end)) + "|" + std::string(line.substr(parts.headline_begin));
}

std::string split_joined(std::string_view line) {
    const ingest::KickerSplit parts = ingest::split_joined_kicker(line);
    if (parts.kicker_end == 0) return std::string(line);
    return std::string(line.substr(0, parts.kicker_end)) + "|" + std::string(line.substr(parts.headline_begin));
}

}  // namespace

TEST_CASE("kicker: a capital after a small letter inside a word divides") {
    CHECK(split("VitakoMitgliederversammlung in Bremen") == "Vitako|Mitgliederversammlung in Bremen");
    CHECK(split("Merseburger ErklärungVerwaltung gemeinsam gestalten") ==
          "Merseburger Erklärung|Verwaltung gemeinsam gestalten");
    CHECK(split("Bund/BayernStartschuss für Digitalkooperation") == "Bund/Bayern|Startschuss für Digitalkooperation");
    CHECK(split("Baden-WürttembergÄmter entlastet") == "Baden-Württemberg|Ämter entlastet");
    CHECK(split("HessenOZG-Umsetzung führend") == "Hessen|OZG-Umsetzung führend");
    CHECK(split("HessenE-Akte für alle") == "Hessen|E-Akte für alle");
}

TEST_CASE("kicker: after capitals the last one begins the headline") {
    CHECK(split("BMDSWildwuchs entwickelt") == "BMDS|Wildwuchs entwickelt");
    CHECK(split("KINeue Wege") == "KI|Neue Wege");
    CHECK(split("Weniger LKWs in Bremen") == "Weniger LKWs in Bremen");
    CHECK(split("ITler gesucht") == "ITler gesucht");
}

TEST_CASE("kicker: numbers, brackets and quotation marks can end it") {
    CHECK(split("Merseburger Erklärung 2025Neue Aufgaben") == "Merseburger Erklärung 2025|Neue Aufgaben");
    CHECK(split("Grüne (Hessen)Neue Aufgaben") == "Grüne (Hessen)|Neue Aufgaben");
    CHECK(split("Projekt „Phoenix“Neue Aufgaben") == "Projekt „Phoenix“|Neue Aufgaben");
    CHECK(split("Projekt ”Phoenix”Neue Aufgaben") == "Projekt ”Phoenix”|Neue Aufgaben");
    CHECK(split("Projekt \"Phoenix\"Neue Aufgaben") == "Projekt \"Phoenix\"|Neue Aufgaben");
    CHECK(split("Projekt »Phoenix«Neue Aufgaben") == "Projekt »Phoenix«|Neue Aufgaben");
}

TEST_CASE("kicker: a quotation mark can begin the headline") {
    CHECK(split("BMDS„Wir haben Wildwuchs entwickelt.“") == "BMDS|„Wir haben Wildwuchs entwickelt.“");
    CHECK(split("BMDS\"Wir haben Wildwuchs\"") == "BMDS|\"Wir haben Wildwuchs\"");
    CHECK(split("Bayern»Wir geben Vollgas«") == "Bayern|»Wir geben Vollgas«");
}

TEST_CASE("kicker: words that are written with a capital inside stay whole") {
    for (const std::string line :
         {"Neues von GitHub und OpenCoDE", "eGovernment Benchmark", "Das OpenData-Portal wächst", "Initiative (Neu)Start KfZ",
          "Die regio iT stellt um", "openDesk im Einsatz", "eIDAS und eID", "EfA-Leistungen", "govdigital GmbH gegründet",
          "BundID für alle", "Die Ausgabe von BAföG", "BürgerInnen fragen", "iKfz kommt", "MeckPomm digital", "5G in Hessen",
          "DigitalPakt 2.0", "JavaScript lernen", "ePA, eAkte, eRechnung", "Mitgliederversammlung in Bremen"}) {
        CAPTURE(line);
        CHECK(split(line) == line);
    }
}

TEST_CASE("kicker: a word with a capital inside can end the kicker or begin the headline") {
    CHECK(split("eGovernment BenchmarkBlick über die Grenzen") == "eGovernment Benchmark|Blick über die Grenzen");
    CHECK(split("regio iTNeue Strategie") == "regio iT|Neue Strategie");
    CHECK(split("GitHubNeue Regeln") == "GitHub|Neue Regeln");
    CHECK(split("SachseneGovernment-Gesetz beschlossen") == "Sachsen|eGovernment-Gesetz beschlossen");
    CHECK(split("VitakoOpenData-Portal") == "Vitako|OpenData-Portal");
}

TEST_CASE("kicker: a word that the page uses elsewhere with a capital inside stays whole") {
    KickerEvidence page;
    page.add_text("Mit StadtBox beginnt die Stadt.");
    CHECK(split("Die StadtBox kommt", page) == "Die StadtBox kommt");
    CHECK(split("StadtBoxErste Erfahrungen", page) == "StadtBox|Erste Erfahrungen");
    CHECK(split("Die StadtBox kommt") == "Die Stadt|Box kommt");  // nothing says otherwise
}

TEST_CASE("kicker: a known one goes before every other boundary, the longest first") {
    KickerEvidence page;
    page.add_kicker("Stadt.Land");
    page.add_kicker("MeinAmt");
    page.add_kicker("MeinAmt Digital");
    page.add_kicker("IT");
    CHECK(split("MeinAmtNeue Wege", page) == "MeinAmt|Neue Wege");
    CHECK(split("MeinAmt DigitalNeue Wege", page) == "MeinAmt Digital|Neue Wege");
    CHECK(split("Stadt.Land„Wir kommen“", page) == "Stadt.Land|„Wir kommen“");
    CHECK(split("ITNeue Wege", page) == "IT|Neue Wege");
    CHECK(split("ITDZ baut um", page) == "ITDZ baut um");
    CHECK(split("IT Planung", page) == "IT Planung");
}

TEST_CASE("kicker: the vocabulary's names are known ones") {
    corpus::Vocabulary vocabulary;
    vocabulary.organisations.push_back({"dtag", "DeutschlandTicket", {"D-Ticket", "ticket*", "!Ticketautomat"}});
    vocabulary.places.push_back({"bund", corpus::PlaceKind::bund, "Bund", "Federation", "", {"Bund"}});
    KickerEvidence evidence;
    evidence.add_vocabulary(vocabulary);
    CHECK(evidence.knows_kicker("DeutschlandTicket"));
    CHECK(evidence.knows_kicker("D-Ticket"));
    CHECK_FALSE(evidence.knows_kicker("ticket*"));
    CHECK(split("DeutschlandTicketNeue Preise", evidence) == "DeutschlandTicket|Neue Preise");
    CHECK(split("BundOnline startet", evidence) == "BundOnline startet");
}

TEST_CASE("kicker: a colon with a blank joins, outside quotation marks and the first one only") {
    CHECK(split_joined("Bayern: Täglich Vollgas geben") == "Bayern|Täglich Vollgas geben");
    CHECK(split_joined("BMDS: „Wir haben Wildwuchs entwickelt.“") == "BMDS|„Wir haben Wildwuchs entwickelt.“");
    CHECK(split_joined("Bund: Neu: der Plan") == "Bund|Neu: der Plan");
    CHECK(split_joined("„Wir sagen: ja“ in Berlin") == "„Wir sagen: ja“ in Berlin");
    CHECK(split_joined("«Wir sagen: ja» in Bern") == "«Wir sagen: ja» in Bern");
    CHECK(split_joined("Projekt „A: B“: Start") == "Projekt „A: B“|Start");
    CHECK(split_joined("Projekt „A: Start") == "Projekt „A|Start");  // the quotation never ends
    CHECK(split_joined("Bund:\u00A0Start") == "Bund|Start");
    CHECK(split_joined("Beginn 10:30 Uhr") == "Beginn 10:30 Uhr");
    CHECK(split_joined(": Start") == ": Start");
    CHECK(split_joined("Start:") == "Start:");
}

TEST_CASE("kicker: the first line may be joined, too") {
    CHECK(split("Vitako: Mitgliederversammlung") == "Vitako|Mitgliederversammlung");
    CHECK(split("Vitako: Neues von StadtBox") == "Vitako|Neues von StadtBox");
    CHECK(split("VitakoRückblick: ein Jahr") == "Vitako|Rückblick: ein Jahr");
}

TEST_CASE("kicker: one letter is none, and it is looked for near the beginning only") {
    CHECK(split("eNeuland") == "eNeuland");
    const std::string far = std::string(80, 'a') + "Neu";
    CHECK(split(far) == far);
    const std::string near = std::string(60, 'a') + "Neu";
    CHECK(split(near) == std::string(60, 'a') + "|Neu");
    CHECK(split("") == "");
}
