using System.Text.Json;

namespace KeyAccount.Tool.Tests.Support;

/// <summary>A grading as another program reads it from the JSON.</summary>
internal sealed record JsonReport(
    string Rule, decimal CutA, decimal CutB, decimal Total, double Gini, (int A, int B, int C) Counts, IReadOnlyList<JsonAccount> Accounts)
{
    public string Tiers => string.Concat(Accounts.Select(account => account.Tier));

    public IEnumerable<string> Ids => Accounts.Select(account => account.Id);

    public decimal this[string id] => Accounts.Single(account => account.Id == id).Revenue;

    public static JsonReport Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var tiers = root.GetProperty("tiers");
        return new(
            root.GetProperty("rule").GetString()!,
            root.GetProperty("cuts").GetProperty("a").GetDecimal(),
            root.GetProperty("cuts").GetProperty("b").GetDecimal(),
            root.GetProperty("total").GetDecimal(),
            root.GetProperty("gini").GetDouble(),
            (tiers.GetProperty("A").GetInt32(), tiers.GetProperty("B").GetInt32(), tiers.GetProperty("C").GetInt32()),
            [.. root.GetProperty("accounts").EnumerateArray().Select(account => new JsonAccount(
                account.GetProperty("id").GetString()!,
                account.GetProperty("revenue").GetDecimal(),
                account.GetProperty("share").GetDouble(),
                account.GetProperty("cumulativeShare").GetDouble(),
                account.GetProperty("rank").GetInt32(),
                account.GetProperty("tier").GetString()!))]);
    }
}

/// <summary>One account of it.</summary>
internal sealed record JsonAccount(string Id, decimal Revenue, double Share, double CumulativeShare, int Rank, string Tier);
