namespace KeyAccount.Tool.Portfolios;

/// <summary>The files that come with the tool.</summary>
internal static class Samples
{
    /// <summary>The sample portfolio.</summary>
    public static Stream Portfolio() =>
        typeof(Samples).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!;

    /// <summary>Made-up exports as a CRM titles their columns, by the names of their tables.</summary>
    public static IReadOnlyList<(string Table, string Csv)> Exports { get; } =
        [.. ((string[])["accounts", "contacts", "opportunities"]).Select(table => (table, TextOf($"salesforce.{table}.csv")))];

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(typeof(Samples).Assembly.GetManifestResourceStream($"KeyAccount.Tool.Samples.{name}")!);
        return reader.ReadToEnd();
    }
}
