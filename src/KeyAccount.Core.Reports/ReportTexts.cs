using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reports;

/// <summary>The texts of the renderers themselves.</summary>
/// <remarks>Safe to share between threads.</remarks>
public static class ReportTexts
{
    /// <summary>The texts by key, for <see cref="LanguageTexts.FromJson"/>: a language of your own has them as well.</summary>
    public static TextTable Table { get; } = TextTable.FromResources(typeof(ReportTexts).Assembly, "KeyAccount.Core.Reports.Texts");

    internal static string Of(string key, string language) => Table[key].In(language);
}
