using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reports;

/// <summary>The texts of the renderers themselves.</summary>
internal static class ReportText
{
    private static readonly TextTable Texts = TextTable.FromResources(typeof(ReportText).Assembly, "KeyAccount.Core.Reports.Texts");

    // A host may write documents in a language of its own.
    public static string Of(string key, string language) => Texts[key].In(
        string.Equals(language, "zh", StringComparison.OrdinalIgnoreCase) || language.StartsWith("zh-", StringComparison.OrdinalIgnoreCase)
            ? language
            : Language.English);
}
