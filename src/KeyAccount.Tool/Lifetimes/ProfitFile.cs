using KeyAccount.Core.LifetimeValue;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Lifetimes;

/// <summary>A table of profits: <c>account_id</c>, <c>profit</c>; rows of one account add up.</summary>
internal static class ProfitFile
{
    private static readonly Field Account = new("accountId", IsNeeded: true) { OtherNames = ["account"] };
    private static readonly Field Profit = new("profit", FieldKind.Number, IsNeeded: true);

    public static WhaleCurve<(string Id, decimal Profit)> Read(
        TableSource source, TableReading reading, Func<string, string> nameOf)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        FieldTable.Open(source, reading, [Account, Profit], new Dictionary<string, string>(StringComparer.Ordinal)).ReadAll(
            row =>
            {
                var id = nameOf(row.Needed(Account));
                var (profit, _) = row.Number(Profit) ?? throw row.Fault(Profit, "a number is needed");
                sums[id] = sums.GetValueOrDefault(id) + profit;
            },
            fault => throw new ToolException(fault.Message));
        return WhaleCurve.Of([.. sums.Select(sum => (sum.Key, sum.Value))], each => each.Value);
    }
}
