using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>Sentences in the three languages, with numbers as each writes them.</summary>
internal static class ValidationTexts
{
    public static Text Say(string key, params object?[] arguments)
    {
        var sentence = TextTable.Library[key];
        return new(In(Language.English), In(Language.SimplifiedChinese), In(Language.TraditionalChinese));

        string In(string language) => Run.TextOf(Run.Fill(sentence, language, arguments));
    }
}
