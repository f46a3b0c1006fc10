using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary>Reports about tables of purchases: what must not be used is refused before anything is done, and how they were read is reported
/// beside the result.</summary>
internal static class PurchaseTelling
{
    /// <summary>Refuses what must not be used without consent.</summary>
    /// <returns>What to tell beside the result: what was left out, and how the tables were read.</returns>
    public static string[] Check(TableSources sources, PurchaseTotals totals, PurchaseFormat format, string done, string language)
    {
        Judge(sources, totals, format, done);
        return Notes(sources, totals, format, language);
    }

    /// <summary>Refuses what must not be used without consent.</summary>
    public static void Judge(TableSources sources, PurchaseTotals totals, PurchaseFormat format, string done)
    {
        try
        {
            PurchaseVerdict.Judge(totals, format, done);
        }
        catch (ToolException e)
        {
            throw e.In(NameOf(sources));
        }
    }

    /// <summary>The notes beside the result: what was left out, and how the tables were read.</summary>
    public static string[] Notes(TableSources sources, PurchaseTotals totals, PurchaseFormat format, string language) =>
    [
        .. PurchaseVerdict.Warning(totals) is { } warning
            ? (string[])[$"warning: {SafeText.Line(NameOf(sources), int.MaxValue)}: {warning}"] : [],
        .. PurchaseNotes.Of(totals, format, language).Select(note => $"note: {note}"),
    ];

    private static string NameOf(TableSources sources) =>
        sources is [var only] ? only.Name : $"{sources[0].Name} and {sources.Count - 1} more";
}
