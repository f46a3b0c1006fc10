namespace KeyAccount.Tool.Portfolios;

/// <summary>The files that come with the tool.</summary>
internal static class Samples
{
    /// <summary>The sample portfolio.</summary>
    public static Stream Portfolio() => Open("portfolio");

    /// <summary>The sample tender.</summary>
    public static Stream Tender() => Open("tender");

    /// <summary>A portfolio with a group of six plants.</summary>
    public static Stream Group() => Open("group");

    private static Stream Open(string name) =>
        typeof(Samples).Assembly.GetManifestResourceStream($"KeyAccount.Tool.Samples.{name}.json")!;
}
