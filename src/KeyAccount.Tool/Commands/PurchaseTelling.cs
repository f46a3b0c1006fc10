using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary>What is told about tables of purchases: before anything is done with them what must not be, and beside the result how they were
/// read.</summary>
internal static class PurchaseTelling
{
    /// <summary>Refuses what must not be used without consent.</summary>
    /// <returns>What to tell beside the result: what was left out, and how the tables were read.</returns>
    public static string[] Check(TableSources sources, PurchaseTotals totals, PurchaseFormat format, string done, string language)
    {
        var name = sources is [var only] ? only.Name : $"{sources[0].Name} and {sources.Count - 1} more";
        try
        {
            PurchaseVerdict.Judge(totals, format, done);
        }
        catch (ToolException e)
        {
            throw e.In(name);
        }

        return
        [
            .. PurchaseVerdict.Warning(totals) is { } warning ? (string[])[$"warning: {SafeText.Line(name, int.MaxValue)}: {warning}"] : [],
            .. PurchaseNotes.Of(totals, format, language).Select(note => $"note: {note}"),
        ];
    }
}
