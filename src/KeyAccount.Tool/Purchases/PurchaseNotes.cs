using System.Globalization;
using System.Text.Json;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Purchases;

/// <summary>How files were read and where their rows have gone, for a person on the error stream and for a program in the JSON.</summary>
internal static class PurchaseNotes
{
    private const int NamedFiles = 5;
    private const int NamedLookAlikes = 5;

    /// <summary>One line for each way in which files were read, and one for each thing that a reader of the result must know.</summary>
    public static IEnumerable<string> Of(PurchaseTotals totals, PurchaseFormat format, string language)
    {
        foreach (var way in totals.Files.GroupBy(file => (file.Dialect, file.Style)))
        {
            var names = way.Take(NamedFiles).Select(file => SafeText.Line(file.Name, 80)).ToArray();
            var more = way.Count() > NamedFiles ? Text("Read.MoreFiles", way.Count() - NamedFiles) : "";
            yield return $"{string.Join(", ", names)}{(more.Length > 0 ? $" {more}" : "")}: "
                + $"{SafeText.Line($"{way.Key.Dialect}, {way.Key.Style}", 200)}";
        }

        var money = totals.Negative.Rows + totals.ZeroRows + totals.OutsidePeriod.Rows + totals.ReturnsLeftOut.Rows
            + totals.TotalsLeftOut.Rows + totals.OtherCurrencies.Rows + totals.Skipped.Rows;
        if (money > 0)
        {
            string?[] parts =
            [
                Text("Read.Counted", Count(totals.Counted.Rows), Count(totals.Rows), Money(totals.Counted.Money)),
                Part("Read.Negative", totals.Negative),
                totals.ZeroRows == 0 ? null : Text("Read.Zero", Count(totals.ZeroRows)),
                Part("Read.Outside", totals.OutsidePeriod),
                Part("Read.ReturnsLeftOut", totals.ReturnsLeftOut),
                Part("Read.TotalsLeftOut", totals.TotalsLeftOut),
                Part("Read.OtherCurrencies", totals.OtherCurrencies),
                Part("Read.Skipped", totals.Skipped),
            ];
            yield return string.Join("; ", parts.OfType<string>());
        }

        if (totals.Repeated.Rows > 0)
            yield return Text("Read.Repeated", Count(totals.Repeated.Rows), Money(totals.Repeated.Money));
        if (totals.IsRepeatedPartial)
            yield return Text(totals.IsAddedUp ? "Read.AddedUp" : "Read.RepeatedPartial");
        if (totals.Files.Sum(file => file.RepeatedHeaders) is > 0 and var headers)
            yield return Text("Read.RepeatedHeaders", Count(headers));
        if (totals.ScientificRows > 0)
            yield return Text("Read.Scientific", Count(totals.ScientificRows));
        var alike = LookAlikesOf(totals);
        if (alike.Count > 0)
        {
            var named = string.Join(
                "; ", alike.Take(NamedLookAlikes)
                    .Select(group => string.Join(" = ", group.Take(NamedLookAlikes).Select(name => $"'{SafeText.Line(name, 40)}'"))));
            yield return Text("Read.LookAlikes", Count(alike.Count), alike.Count > NamedLookAlikes ? $"{named}; …" : named);
        }

        var unused = format.Aliases.Keys.Count(name => !totals.Names.ContainsKey(name));
        if (unused > 0)
            yield return Text("Read.UnusedAliases", Count(unused));

        string? Part(string key, Tally tally) => tally.Rows == 0 ? null : Text(key, Count(tally.Rows), Money(tally.Money));

        string Text(string key, params object?[] arguments) => ToolText.Of(key, language, arguments);
    }

    /// <summary>The member <c>reading</c>: what was decided, and where every row has gone.</summary>
    public static void Write(Utf8JsonWriter json, PurchaseTotals totals)
    {
        json.WritePropertyName("reading");
        WriteValue(json, totals);
    }

    /// <summary>The value of that member as text.</summary>
    public static string Json(PurchaseTotals totals)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            WriteValue(json, totals);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteValue(Utf8JsonWriter json, PurchaseTotals totals)
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var file in totals.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("decided", $"{file.Dialect}, {file.Style}");
            json.WriteNumber("rows", file.Rows);
            json.WriteNumber("emptyRows", file.EmptyRows);
            json.WriteNumber("repeatedHeaders", file.RepeatedHeaders);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("rows", totals.Rows);
        Write("counted", totals.Counted);
        Write("negative", totals.Negative);
        json.WriteNumber("zeroRows", totals.ZeroRows);
        Write("outsidePeriod", totals.OutsidePeriod);
        Write("returnsLeftOut", totals.ReturnsLeftOut);
        Write("totalsLeftOut", totals.TotalsLeftOut);
        Write("otherCurrencies", totals.OtherCurrencies);
        Write("skipped", totals.Skipped);
        json.WriteNumber("skippedWithoutMoney", totals.SkippedWithoutMoney);
        Write("repeated", totals.Repeated);
        json.WriteStartArray("currencies");
        foreach (var (code, tally) in totals.Currencies)
        {
            json.WriteStartObject();
            json.WriteString("currency", code);
            json.WriteNumber("rows", tally.Rows);
            json.WriteNumber("money", tally.Money);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("firstDate", totals.FirstDate is { } first ? LocalDatePattern.Iso.Format(first) : null);
        json.WriteString("lastDate", totals.LastDate is { } last ? LocalDatePattern.Iso.Format(last) : null);
        json.WriteStartArray("lookAlikes");
        foreach (var group in LookAlikesOf(totals))
        {
            json.WriteStartArray();
            foreach (var name in group)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Write(string name, Tally tally)
        {
            json.WriteNumber($"{name}Rows", tally.Rows);
            json.WriteNumber($"{name}Money", tally.Money);
        }
    }

    // Names that are counted under one account are no longer two.
    private static IReadOnlyList<IReadOnlyList<string>> LookAlikesOf(PurchaseTotals totals) => totals.LookAlikes ??=
        [.. LookAlikes.Among(totals.Accounts()).Select(group => group.Select(totals.NameOf).ToArray())];

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("#,0.00##########################", CultureInfo.InvariantCulture);
}
