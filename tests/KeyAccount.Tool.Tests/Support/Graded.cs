namespace KeyAccount.Tool.Tests.Support;

/// <summary>Files of purchases and what <c>grade</c> makes of them.</summary>
internal static class Graded
{
    public const string Header = "account_id,date,amount\n";

    /// <summary>Grades a text as a file in UTF-8.</summary>
    public static JsonReport Report(string csv, params string[] options) => JsonReport.Parse(Run(csv, [.. options, "--format", "json"]).Succeeds());

    /// <summary>Grades rows below the usual header.</summary>
    public static JsonReport Rows(string rows, params string[] options) => Report(Header + rows, options);

    public static ToolRun Run(string csv, params string[] options)
    {
        using var folder = new TemporaryFolder();
        return ToolRun.Of(["grade", folder.Write("purchases.csv", csv), .. options]);
    }

    public static ToolRun Run(byte[] csv, params string[] options)
    {
        using var folder = new TemporaryFolder();
        return ToolRun.Of(["grade", folder.Write("purchases.csv", csv), .. options]);
    }

    /// <summary>What a refusal says behind the name of the file.</summary>
    public static string AboutFile(this string message)
    {
        var end = message.IndexOf("purchases.csv: ", StringComparison.Ordinal);
        end.Should().BeGreaterThan(0, "the file is named in «{0}»", message);
        return message[(end + "purchases.csv: ".Length)..];
    }
}
