using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reports;

/// <summary>The texts of the renderers themselves.</summary>
/// <remarks>Safe to share between threads.</remarks>
public static class ReportTexts
{
    /// <summary>The texts by key, for <see cref="LanguageTexts.FromJson"/>, so that a language of your own can include them.</summary>
    public static TextTable Table { get; } = TextTable.FromResources(typeof(ReportTexts).Assembly, "KeyAccount.Core.Reports.Texts");

    internal static string Of(string key, string language) => Table[key].In(language);
}
