/// The language system tags of OpenType for languages in which fonts set Latin, Greek or Cyrillic letters differently.
enum OpenTypeLanguage {
    /// - Parameter language: the language's part of a BCP 47 tag in lower case.
    /// - Returns: a tag of four characters; nil for a language that no font treats in a way of its own.
    static func tag(of language: String) -> String? { tags[language].map { $0 + " " } }

    private static let tags = [
        "az": "AZE", "ba": "BSH", "bg": "BGR", "ca": "CAT", "crh": "CRT", "cs": "CSY", "cy": "WEL", "da": "DAN", "de": "DEU",
        "el": "ELL", "en": "ENG", "es": "ESP", "et": "ETI", "eu": "EUQ", "fi": "FIN", "fr": "FRA", "ga": "IRI", "hr": "HRV",
        "hu": "HUN", "is": "ISL", "it": "ITA", "kk": "KAZ", "lb": "LTZ", "lt": "LTH", "lv": "LVI", "mk": "MKD", "mo": "MOL",
        "mt": "MTS", "nl": "NLD", "no": "NOR", "pl": "PLK", "pt": "PTG", "ro": "ROM", "ru": "RUS", "sk": "SKY", "sl": "SLV",
        "sq": "SQI", "sr": "SRB", "sv": "SVE", "tr": "TRK", "tt": "TAT", "uk": "UKR", "vi": "VIT",
    ]
}
