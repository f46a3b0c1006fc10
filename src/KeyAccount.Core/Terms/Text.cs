using System.Text;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Terms;

/// <summary>A text for a person, in the three languages of the library.</summary>
/// <remarks>
/// Immutable and safe to share between threads; two texts are equal when they are equal in all three languages.
/// In JSON: <c>{"en": …, "zh-Hans": …, "zh-Hant": …}</c>. A plain string converts implicitly to a text that reads the same in all
/// three, for programs that have only one language.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter))]
public sealed record Text
{
    /// <summary>A text from its three forms.</summary>
    /// <param name="en">English.</param>
    /// <param name="zhHans">Chinese in simplified characters.</param>
    /// <param name="zhHant">Chinese in traditional characters.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public Text(string en, string zhHans, string zhHant)
    {
        ArgumentNullException.ThrowIfNull(en);
        ArgumentNullException.ThrowIfNull(zhHans);
        ArgumentNullException.ThrowIfNull(zhHant);
        En = en;
        ZhHans = zhHans;
        ZhHant = zhHant;
    }

    /// <summary>The text in English.</summary>
    public string En { get; }

    /// <summary>The text in simplified Chinese characters.</summary>
    public string ZhHans { get; }

    /// <summary>The text in traditional Chinese characters.</summary>
    public string ZhHant { get; }

    /// <summary>A text that reads the same in all three languages.</summary>
    /// <param name="text">What it says.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static implicit operator Text(string text) => FromString(text);

    /// <summary>A text that reads the same in all three languages.</summary>
    /// <param name="text">What it says.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static Text FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, text, text);
    }

    /// <summary>The text in one language.</summary>
    /// <param name="languageTag">A tag as <see cref="Language.Resolve"/> takes it.</param>
    /// <returns>What a reader of that language sees.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tag belongs to none of the three languages.</exception>
    public string In(string languageTag) => Language.Resolve(languageTag) switch
    {
        Language.SimplifiedChinese => ZhHans,
        Language.TraditionalChinese => ZhHant,
        _ => En,
    };

    /// <summary>Fills the placeholders <c>{0}</c>, <c>{1}</c>, … in each language.</summary>
    /// <param name="arguments">What to put in. A term or a text appears in the language of the sentence around it; everything else
    /// is formatted with the invariant culture, a double without a format to at most two decimals, below one to three digits. A placeholder
    /// may hold the words that depend on its number, with <c>#</c> for the number: <c>{0:# account|# accounts}</c> for one and for any
    /// other, <c>{0:once|twice|# times}</c> for one, two and any other.</param>
    /// <returns>The filled text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="arguments"/> is null.</exception>
    /// <exception cref="FormatException">A placeholder has no argument.</exception>
    public Text With(params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return new(
            Fill(En, Language.English, arguments),
            Fill(ZhHans, Language.SimplifiedChinese, arguments),
            Fill(ZhHant, Language.TraditionalChinese, arguments));
    }

    /// <summary>The English text: a form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns><see cref="En"/>.</returns>
    public override string ToString() => En;

    /// <summary>How many arguments <see cref="With"/> needs to fill the placeholders of every language; null where a language has a
    /// stray brace or a placeholder that is not a number.</summary>
    internal int? ArgumentsNeeded
    {
        get
        {
            try
            {
                return Language.All.Max(language => CompositeFormat.Parse(In(language)).MinimumArgumentCount);
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }

    private static string Fill(string template, string language, object?[] arguments) =>
        string.Format(CountedForms.Invariant, template, Array.ConvertAll(arguments, a => a switch
        {
            Text text => text.In(language),
            ITerm term => term.DisplayName(language),
            _ => a,
        }));
}
