package io.cinema.auth.film.etl.movies

import spock.lang.Specification

class MojibakeSpec extends Specification {

    def "#written was meant as #meant"() {
        expect:
        Mojibake.repaired(written) == Optional.of(meant)

        where:
        written                                 || meant
        'AimÈe & Jaguar'                        || 'Aimée & Jaguar'
        'AstÈrix aux Jeux Olympiques'           || 'Astérix aux Jeux Olympiques'
        'CachÈ'                                 || 'Caché'
        "De battre mon coeur s'est arrÍtÈ"      || "De battre mon coeur s'est arrêté"
        'Die F‰lscher'                          || 'Die Fälscher'
        'DÈj‡ Vu'                               || 'Déjà Vu'
        "I Love You Ö Don't Touch Me!"          || "I Love You … Don't Touch Me!"
        'IndigËnes'                             || 'Indigènes'
        'Joyeux NoÎl'                           || 'Joyeux Noël'
        'La MÙme'                               || 'La Môme'
        'La mala educaciÛn'                     || 'La mala educación'
        "Le Fabuleux destin d'AmÈlie Poulain"   || "Le Fabuleux destin d'Amélie Poulain"
        'Les BronzÈs 3: amis pour la vie'       || 'Les Bronzés 3: amis pour la vie'
        'LÈon'                                  || 'Léon'
        'MoliËre'                               || 'Molière'
        'Obsluhoval jsem anglickÈho kr·le'      || 'Obsluhoval jsem anglického krále'
        'Per qualche dollaro in pi˘'            || 'Per qualche dollaro in più'
        'The Naked Gun 2Ω: The Smell of Fear'   || 'The Naked Gun 2½: The Smell of Fear'
    }

    def "#title is right as it is"() {
        expect:
        Mojibake.repaired(title).empty

        where:
        title << ['', 'Heat', 'Alien³', 'Ri¢hie Ri¢h', 'Amélie', 'Die Fälscher', 'Le Père Noël', 'Österreich', 'Vivre à Paris', 'Assim É a Vida', 'û',
                  'Señor', 'Москва', '七人の侍', '🎬', 'Caché 七', 'å', 'Art & Ü-Bahn']
    }
}
