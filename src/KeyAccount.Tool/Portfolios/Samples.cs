namespace KeyAccount.Tool.Portfolios;

/// <summary>The files that come with the tool.</summary>
internal static class Samples
{
    /// <summary>The sample portfolio.</summary>
    public static Stream Portfolio() => Open("portfolio.json");

    /// <summary>The sample tender.</summary>
    public static Stream Tender() => Open("tender.json");

    /// <summary>The sample team.</summary>
    public static Stream Team() => Open("team.json");

    /// <summary>The plans of the sample portfolio: those of its last quarter.</summary>
    public static Stream Plan() => Open("plan.json");

    /// <summary>A portfolio with a group of six plants.</summary>
    public static Stream Group() => Open("group.json");

    /// <summary>Made-up exports as a CRM titles their columns, by the names of their tables.</summary>
    public static IReadOnlyList<(string Table, string Csv)> Exports { get; } =
        [.. ((string[])["accounts", "contacts", "opportunities"]).Select(table => (table, TextOf($"salesforce.{table}.csv")))];

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) =>
        typeof(Samples).Assembly.GetManifestResourceStream($"KeyAccount.Tool.Samples.{name}")!;
}
