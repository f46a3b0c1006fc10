namespace KeyAccount.Tool.Portfolios;

/// <summary>The files that come with the tool.</summary>
internal static class Samples
{
    /// <summary>The sample portfolio.</summary>
    public static Stream Portfolio() =>
        typeof(Samples).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!;

    /// <summary>The sample tender.</summary>
    public static Stream Tender() =>
        typeof(Samples).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.tender.json")!;
}
