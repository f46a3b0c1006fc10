using System.Text.Json;
using KeyAccount.Core.Documents;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>The result of checking a file, for a person and for a program.</summary>
internal static class ValidationReport
{
    public static Report Of(Validation found) =>
        new(output => WriteJson(found, output), output => WriteCsv(found, output), language => Describe(found, language));

    private static void WriteJson(Validation found, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("file", found.File);
        json.WriteString("kind", found.IsPortfolio ? "portfolio" : "settings");
        if (found.Parts is { } parts)
            json.WriteNumber(found.IsPortfolio ? "accounts" : "models", parts);
        json.WriteBoolean("isValid", found.Faults.Count == 0);
        json.WriteStartArray("faults");
        foreach (var fault in found.Faults)
            WriteEntry(json, fault.Path, fault.AccountId, fault.Message);
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var (path, account, message) in found.Warnings)
            WriteEntry(json, path, account, message.En);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteEntry(Utf8JsonWriter json, string path, string? account, string message)
    {
        json.WriteStartObject();
        json.WriteString("path", path);
        if (account is not null)
            json.WriteString("account", account);
        json.WriteString("message", message);
        json.WriteEndObject();
    }

    private static void WriteCsv(Validation found, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader("kind", "path", "account", "message");
        foreach (var fault in found.Faults)
            csv.WriteRecord("fault", CsvText.Cell(fault.Path), CsvText.Cell(fault.AccountId ?? ""), CsvText.Cell(fault.Message));
        foreach (var (path, account, message) in found.Warnings)
            csv.WriteRecord("warning", CsvText.Cell(path), CsvText.Cell(account), CsvText.Cell(message.En));
    }

    private static Document Describe(Validation found, string language)
    {
        var warnings = ToolText.Of("Validate.Warnings", language, found.Warnings.Count);
        var summary = found.Parts is not { } parts ? ToolText.Of("Validate.Faults", language, found.Faults.Count)
            : ToolText.Of(found.IsPortfolio ? "Validate.Portfolio" : "Validate.Settings", language, parts, warnings);
        return new(
            language,
            found.File,
            [
                new Paragraph(summary),
                .. List(found.Faults.Select(fault => Item(fault.Path, fault.AccountId, fault.Message, language))),
                .. List(found.Warnings.Select(each => Item(each.Path, each.AccountId, each.Message.In(language), language))),
            ]);
    }

    private static IEnumerable<Block> List(IEnumerable<ListItem> items) =>
        items.ToArray() is { Length: > 0 } all ? [new BulletList(all)] : [];

    private static ListItem Item(string path, string? account, string message, string language) => new(
    [
        Run.Code(path),
        new(language.StartsWith("zh", StringComparison.Ordinal) ? "：" : ": "),
        new(message.ReplaceLineEndings(" ")),
        .. account is null ? (Run[])[] : [new(" ("), Run.Name(account), new(")")],
    ]);
}
