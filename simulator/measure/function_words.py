"""The small words that hold a language together, for telling language from noise.

About half of all running words are such words in any of these languages, whatever is
spoken of, so a share of them is the cheapest test of "is this English?". Lists are
short on purpose: the most frequent forms carry nearly all of the share.
"""

from .stems import listed

ENGLISH = listed("""
    the a an and or but so because if when while as than that this these those there
    here i you he she it we they me him her us them my your his its our their mine
    myself himself themselves ourselves who whom whose which what where why how
    am is are was were be been being have has had do does did done will would can could
    should shall may might must not no yes yeah to of in on at by for with from about
    into over under after before between through during without against within out up
    down off then now just only also too very really more most much many some any all
    both each every other another such same own few lot lots one two first last next
    always never often sometimes usually maybe again even still already ever well
    like get got go went going come came make made take took say said think thought
    know knew want wanted need needed work worked working time people thing things
    something anything everything someone everyone nothing i'm i've i'd i'll we're
    we've we'd we'll you're you've they're they've he's she's it's that's there's
    don't didn't doesn't can't couldn't wouldn't isn't wasn't weren't haven't hadn't
    won't let let's what's okay ok um uh
    """)
"""Closed classes, and the open words that answers cannot do without."""

OTHERS: dict[str, frozenset[str]] = {
    "German": listed(
        """
        ich du er sie wir ihr und oder aber weil wenn dass das der die den dem
        des ein eine einen einem einer ist sind war waren bin habe hat haben
        hatte wird werden nicht mit von zu zum zur auf für im am bei nach aus
        auch noch nur sehr mich mir mein meine sich es wie was kann können dann
        als so über um durch
        """
    ),
    "French": listed(
        """
        je tu il elle nous vous ils elles et ou mais parce que qui le la les un
        une des du de au aux est sont était suis ai avons avez ont avait être
        avoir ne pas plus pour dans sur avec par ce cette ces mon ma mes notre
        très c'est j'ai on en je suis se y tout aussi d'un d'une qu'il l'équipe
        """
    ),
    "Spanish": listed(
        """
        yo tú él ella nosotros ellos y o pero porque que quien el la los las un
        una unos de del al es son era fue soy estoy está he ha hemos tenía tengo
        no muy más para en con por como mi mis su sus se me te lo le nos también
        cuando este esta equipo trabajo
        """
    ),
    "Italian": listed(
        """
        io tu lui lei noi voi loro e o ma perché che chi il lo la i gli le un
        una di del della al alla è sono era ero ho ha abbiamo non più molto per
        in con da su come mio mia suo si mi ti ci anche quando questo questa nel
        """
    ),
    "Portuguese": listed(
        """
        eu tu ele ela nós eles e ou mas porque que quem o a os as um uma de do
        da dos no na em é são era foi sou estou tenho tem não muito mais para
        com por como meu minha seu se me também quando este esta isso ao
        """
    ),
    "Dutch": listed(
        """
        ik jij hij zij wij jullie en of maar omdat dat die de het een van naar
        is zijn was waren ben heb heeft hebben had niet met voor op in aan bij
        uit ook nog zeer mij mijn zich er hoe wat kan dan als te om
        """
    ),
    "Polish": listed(
        """
        ja ty on ona my i a ale bo że który jest są był była jestem mam ma nie z
        ze w we na do od po przez dla o się mnie mój to ten ta jak co też bardzo
        gdy kiedy już tylko
        """
    ),
    "Swedish, Danish or Norwegian": listed(
        """
        jag du han hon vi ni de och eller men för att som är var har hade inte
        med på av till från en ett den det den min mitt mina om när också mycket
        så kan vill jeg og ikke meg mig er på til fra et men også når hvordan
        vil skal blev
        """
    ),
    "Turkish": listed(
        """
        ben sen o biz siz onlar ve veya ama çünkü bir bu şu için ile de da çok
        gibi daha ne nasıl var yok değil olarak benim bana beni kadar sonra önce
        iş
        """
    ),
    "Hindi": listed(
        """
        main hum aap tum woh yeh ye aur ya lekin kyunki ki ka ke ko se mein hai
        hain hoon tha thi nahi bahut kya kaise mera meri mere apna kaam saath
        """
    ),
    "Indonesian or Malay": listed(
        """
        saya kamu dia kami kita mereka dan atau tetapi tapi karena yang untuk
        dengan di ke dari ini itu adalah tidak bukan sudah akan bisa sangat juga
        pada ada
        """
    ),
    "Latin": listed(
        """
        et in est non ut cum ad sed per ex quod qui quae sit amet ipsum dolor
        lorem consectetur adipiscing elit sed eiusmod tempor incididunt labore
        dolore magna aliqua enim minim veniam quis nostrud
        """
    ),
}
"""The last is filler text of the printers, which people paste."""
