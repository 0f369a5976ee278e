"""Given names that news prints often, by the pronoun that those who bear them take.

A given name is evidence, not proof: names that both women and men bear in numbers are left out.
"""

from __future__ import annotations

MEN = frozenset(
    (
        "aaron abdul abdullah abel abraham adam adrian ahmad ahmed alan albert alberto alejandro aleksandr alessandro "
        "alexander alexei alfred ali allen amir anders andre andreas andrei andrew andy anthony antonio antony arnold "
        "arthur barack barry bashar ben benedict benjamin bernard bernie bill bob boris brad brendan brian bruce carl "
        "carlos charles chris christian christopher clarence colin corey craig daniel dave david dennis derek diego "
        "dmitri dmitry donald doug douglas dylan ed eddie edward emmanuel emmerson enrique eric erik ernest esteban "
        "ethan evan felix fernando francis francisco frank franz fred frederick gareth gary gavin geoff geoffrey "
        "george gerald gerard giovanni giorgio giuseppe glenn gordon graham greg gregory gustavo hamid hans harold "
        "harry hassan henry herbert howard hugh hugo hussein ian ibrahim igor imran ivan jack jacob jacques jake "
        "james jan jared jason javier jay jeff jeffrey jeremy jerome jerry jim jimmy joe joel johan johannes john "
        "johnny jonas jonathan jorge jose joseph joshua juan julian justin karl keith keir ken kenneth kevin khalid "
        "kurt kyle lars larry lawrence leo leon leonard liam louis luca lucas luis luke mahmoud manuel marc marcel "
        "marcelo marco marcus mario mark martin marvin mathew matt matteo matthew maurice max michael michel miguel "
        "mike mikhail milan mitch mitt mohamed mohammad mohammed muhammad nathan neil nicholas nick nicolas nigel "
        "nikolai noah norman olaf oleg oliver omar oscar osama otto owen pablo pascal patrick paul pavel pedro peter "
        "phil philip philippe pierre piotr rafael ralph ramiro randy raul ray raymond recep ricardo richard rick "
        "robert roberto rodrigo roger roland ron ronald ross rory roy rudy rupert russell ryan salman samuel scott "
        "sean sebastian serge sergei sergey sergio simon stefan stephen steve steven stuart ted teodoro terrence "
        "terry theodore thomas tim timothy toby todd tom tomas tomasz tony travis trevor tyler viktor victor vincent "
        "vladimir volodymyr walt walter warren wayne werner will william wolfgang xavier yasser yuri yusuf zachary"
    ).split()
)
"""Given names of men, folded."""
WOMEN = frozenset(
    (
        "abigail agnes aisha alexandra alexandria alice alicia alison allison amanda amelia amelie amy ana anastasia "
        "andrea angela angelina anita ann anna anne annette annie april ashley astrid audrey barbara beatrice becky "
        "bernadette beth betty beverly brenda bridget brigitte camilla carla carly carmen carol caroline carolyn "
        "catherine cathy cecilia charlotte cheryl chiara christina christine cindy claire clara claudia condoleezza "
        "cynthia daniela danielle deborah debra denise diana diane dina dolores donna dorothy edith elaine eleanor "
        "elena elisabeth elise eliza elizabeth ella ellen emily emma erica erin esther eva eve evelyn fatima fiona "
        "florence frances gabriela giada gina giorgia giulia gloria grace greta hannah harriet heather heidi helen "
        "helena helga hillary ilse ines ingrid irene irina isabel isabella jacqueline jane janet janice jasmine "
        "jeanette jeanne jennifer jenny jessica jill joan joanna joanne josephine joy joyce juanita judith judy julia "
        "juliana julie june karen karin kate katherine kathleen kathryn kathy katie katrin kayla kelly kirsten "
        "kristen kristin kristina laura lauren leila lena lidia liesbeth lillian linda lisa lorena louise lucia lucy "
        "lydia lynn madeleine madison maggie marcia margaret margarita maria mariam marianne marie marilyn marina "
        "marine marta martha mary maryam maya megan melania melanie melinda melissa meredith mia michelle miriam "
        "molly monica nadia nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma olga olivia oprah "
        "ornella paige pamela patricia paula pauline petra phyllis priya rachel raisa rebecca regina renee rita "
        "roberta rosa rosalind rose rosemary ruth sabrina samantha sandra sara sarah shannon sharon sheila shirley "
        "silvia simone sofia sonia sophia sophie stella stephanie sue susan susana suzanne svetlana sylvia tamara "
        "tamsin tanya tara tatiana teresa theresa tina tracy ursula valentina valerie vanessa vera veronica vesna "
        "victoria viktoria violet virginia vivian wanda wendy whitney yolanda yvonne yulia zoe"
    ).split()
)
"""Given names of women, folded."""
GIVEN_NAMES = MEN | WOMEN
"""Given names, folded."""
