"""Countries by their adjectives, capitals and short forms, so that "Israeli strikes" has an agent.

One row a country: name | adjectives and peoples | capital and other stand-ins for the government. Written by hand from
common English usage; a country that is missing only means that its adjective names no actor.
"""

from functools import cache

__all__ = ["adjectives_of", "country_of_adjective", "country_of_name", "country_of_stand_in"]

_ROWS = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Angola|Angolan|Luanda
Argentina|Argentine,Argentinian|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani,Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian,Belarussian|Minsk
Belgium|Belgian|
Benin|Beninese|
Bolivia|Bolivian|La Paz
Bosnia and Herzegovina|Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasilia
Britain|British,Briton,UK,U.K.|London,Downing Street,Whitehall
Bulgaria|Bulgarian|Sofia
Burkina Faso|Burkinabe,Burkinabè|Ouagadougou
Burundi|Burundian|Gitega
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde,Yaoundé
Canada|Canadian|Ottawa
Central African Republic|Central African|Bangui
Chad|Chadian|N'Djamena
Chile|Chilean|
China|Chinese|Beijing
Colombia|Colombian|Bogota,Bogotá
Congo|Congolese|Kinshasa
Croatia|Croatian,Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic|Czech|Prague
Denmark|Danish|Copenhagen
Djibouti|Djiboutian|
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran|
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
Finland|Finnish|Helsinki
France|French|Paris,Elysee
Gabon|Gabonese|Libreville
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|
Guinea|Guinean|Conakry
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|
Hungary|Hungarian|Budapest
India|Indian|New Delhi,Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem
Italy|Italian|Rome
Ivory Coast|Ivorian|Abidjan
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovan,Kosovar|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Mauritania|Mauritanian|Nouakchott
Mexico|Mexican|
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar|Burmese|Naypyidaw,Naypyitaw
Nepal|Nepalese,Nepali|Kathmandu
Netherlands|Dutch|The Hague
New Zealand|New Zealander|
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
North Korea|North Korean|Pyongyang
North Macedonia|Macedonian|Skopje
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah
Panama|Panamanian|
Peru|Peruvian|Lima
Philippines|Philippine,Filipino|Manila
Poland|Polish|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia|Russian|Moscow,Kremlin
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian,Serb|Belgrade
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak,Slovakian|Bratislava
Slovenia|Slovenian,Slovene|Ljubljana
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea|South Korean|Seoul
South Sudan|South Sudanese|Juba
Spain|Spanish|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Togo|Togolese|
Tunisia|Tunisian|Tunis
Turkey|Turkish|Ankara
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev
United Arab Emirates|Emirati,UAE,U.A.E.|Abu Dhabi
United States|American,US,U.S.,USA|Washington,White House,Pentagon
Uruguay|Uruguayan|
Uzbekistan|Uzbek|Tashkent
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa,Sana'a
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
"""

_SHORT = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "America": "United States",
    "UK": "Britain",
    "U.K.": "Britain",
    "United Kingdom": "Britain",
    "UAE": "United Arab Emirates",
    "Emirates": "United Arab Emirates",
    "DRC": "Congo",
    "DR Congo": "Congo",
    "Democratic Republic of Congo": "Congo",
    "Democratic Republic of the Congo": "Congo",
    "Burma": "Myanmar",
    "Türkiye": "Turkey",
}


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, tuple[str, ...]]]:
    adjectives: dict[str, str] = {}
    names: dict[str, str] = dict(_SHORT)
    stand_ins: dict[str, str] = {}
    by_country: dict[str, tuple[str, ...]] = {}
    for row in _ROWS.strip().splitlines():
        name, people, capitals = row.split("|")
        names[name] = name
        by_country[name] = tuple(people.split(","))
        for word in people.split(","):
            adjectives[word] = name
            adjectives[f"{word}s"] = name
        for word in filter(None, capitals.split(",")):
            stand_ins[word] = name
    return adjectives, names, stand_ins, by_country


def country_of_adjective(word: str) -> str | None:
    """`Iran` for "Iranian" or "Iranians"; None for a word that is no country's adjective. Case matters."""
    return _tables()[0].get(word)


def country_of_name(name: str) -> str | None:
    """The usual name of the country written so ("UK" gives "Britain"), or None. Case matters."""
    return _tables()[1].get(name.removeprefix("the ").removeprefix("The "))


def country_of_stand_in(name: str) -> str | None:
    """The country whose government a capital or palace stands for ("Kremlin"), or None."""
    return _tables()[2].get(name.removeprefix("the ").removeprefix("The "))


def adjectives_of(country: str) -> tuple[str, ...]:
    """The adjectives and peoples of a country by its usual name; none when unknown."""
    return _tables()[3].get(country, ())
