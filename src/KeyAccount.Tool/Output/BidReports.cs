using System.Text.Json;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Rules;
using NodaTime.Text;

namespace KeyAccount.Tool.Output;

/// <summary>A judged tender: JSON with all of it, CSV with a row for each fault of the documents, and its document for a person.</summary>
internal static class BidReports
{
    public static Report Of(BidReview review) => new(
        output => JsonText.Write(output, json => WriteJson(review, json)),
        output => WriteCsv(review, output),
        review.Describe);

    private static void WriteCsv(BidReview review, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader("rule", "kind", "place", "message", "isInvalidating");
        foreach (var fault in review.Faults)
        {
            csv.WriteField(fault.Kind.Quality.Name);
            csv.WriteField(fault.Kind.Name);
            csv.WriteField(CsvText.Cell(fault.Place));
            csv.WriteField(CsvText.Cell(fault.Message.En));
            csv.WriteField(fault.IsInvalidating ? "true" : "false");
            csv.EndRecord();
        }
    }

    private static void WriteJson(BidReview review, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("title", review.Tender.Title);
        json.WriteString("asOf", LocalDatePattern.Iso.Format(review.Tender.AsOf));
        json.WriteStartArray("stops");
        foreach (var stop in review.Stops.Select(hit => hit.Advice).Concat(review.Phrases.Select(found => found.Stop)).Distinct())
            json.WriteStringValue(stop.Name);
        json.WriteEndArray();
        Write("decision", review.Decision?.Band?.Name);
        Number("score", review.Decision?.Score);
        if (review.Ranking is { } ranking)
        {
            json.WriteStartArray("rankOdds");
            foreach (var odds in ranking.RankOdds)
                json.WriteNumberValue(odds);
            json.WriteEndArray();
            json.WriteNumber("expectedRank", ranking.ExpectedRank);
            Number("standardError", ranking.StandardError);
            json.WriteStartArray("bidders");
            foreach (var bidder in ranking.Bidders)
            {
                json.WriteStartObject();
                json.WriteString("name", bidder.Name);
                json.WriteNumber("technical", bidder.Technical);
                Number("price", bidder.Price);
                Number("total", bidder.Total);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Number("expectedValue", review.Value?.Expected);
        Number("breakEvenOdds", review.Value?.BreakEvenOdds);
        if (review.PriceToWin is { } price)
        {
            json.WriteStartObject("priceToWin");
            if (price.Limit is { } limit)
                json.WriteNumber("limit", limit);
            json.WriteBoolean("isUnlimited", price.IsUnlimited);
            if (price.MayBeOffered is { } may)
                json.WriteBoolean("mayBeOffered", may);
            json.WriteEndObject();
        }

        if (review.BestBid is { } best)
        {
            json.WriteStartObject("bestPrice");
            json.WriteNumber("price", best.Price);
            json.WriteNumber("winOdds", best.WinOdds);
            json.WriteNumber("expectedProfit", best.ExpectedProfit);
            json.WriteString("by", review.Ranking is null ? "lowestPrice" : "scoring");
            json.WriteEndObject();
        }

        json.WriteStartArray("faults");
        foreach (var fault in review.Faults)
        {
            json.WriteStartObject();
            json.WriteString("kind", fault.Kind.Name);
            json.WriteString("place", fault.Place);
            json.WriteString("message", fault.Message.En);
            json.WriteBoolean("isInvalidating", fault.IsInvalidating);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("rules");
        Write("regime", review.Calendar.Regime?.Name);
        json.WriteBoolean("areOwn", review.Calendar.HasOwnDuties);
        json.WriteNumber("holidays", review.Calendar.Working.Holidays.Count);
        json.WriteNumber("workingDays", review.Calendar.Working.WorkingDays.Count);
        json.WriteEndObject();
        json.WriteStartArray("duties");
        foreach (var check in review.Duties)
        {
            json.WriteStartObject();
            json.WriteString("key", check.Duty.Key);
            json.WriteString("state", check.State.ToString());
            Write("limit", check.Limit is { } limit ? LocalDatePattern.Iso.Format(limit) : null);
            Write("latestFrom", check.LatestFrom is { } latest ? LocalDatePattern.Iso.Format(latest) : null);
            Write("on", check.On is { } on ? LocalDatePattern.Iso.Format(on) : null);
            json.WriteString("law", check.Duty.Provenance.Reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write("validity", review.Outcome?.Name);
        json.WriteStartArray("reasons");
        foreach (var hit in review.Validity)
        {
            json.WriteStartObject();
            json.WriteString("rule", hit.RuleId);
            json.WriteString("outcome", hit.Advice.Name);
            json.WriteString("text", hit.Reason.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("undecidable");
        foreach (var reason in review.Undecidable)
            json.WriteStringValue(reason.En);
        json.WriteEndArray();
        Write("phase", review.Case?.Phase.Name);
        json.WriteStartArray("nextSteps");
        foreach (var step in review.NextSteps)
            WriteStep(step);
        json.WriteEndArray();
        json.WriteEndObject();

        void WriteStep(CaseStep step)
        {
            json.WriteStartObject();
            json.WriteString("key", step.Key);
            json.WriteString("text", step.Text.En);
            Write("dueOn", step.DueOn is { } due ? LocalDatePattern.Iso.Format(due) : null);
            json.WriteBoolean("isOverdue", step.IsOverdue);
            json.WriteEndObject();
        }

        void Write(string name, string? value)
        {
            if (value is not null)
                json.WriteString(name, value);
        }

        void Number(string name, double? value)
        {
            if (value is { } number)
                json.WriteNumber(name, number);
        }
    }
}
