using KeyAccount.Core.SalesTeam;
using static System.FormattableString;

namespace KeyAccount.Tool.Output;

/// <summary>The interview guide of a position: JSON and CSV with a question each, in a language, and its document for a person.</summary>
internal static class InterviewReports
{
    private static readonly int[] Anchors = [1, 3, 5];

    public static Report Of(SalesPosition position, string language) => new(
        output => WriteJson(position, language, output), output => WriteCsv(position, language, output),
        tag => InterviewGuide.Describe(position, tag));

    private static void WriteJson(SalesPosition position, string language, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("position", position.Name);
        json.WriteStartArray("questions");
        foreach (var question in InterviewQuestion.For(position))
        {
            json.WriteStartObject();
            json.WriteString("question", question.Name);
            json.WriteString("competence", question.Competence.Name);
            json.WriteString("text", question.DisplayName(language));
            json.WriteString("listenFor", question.Description(language));
            json.WriteStartObject("anchors");
            foreach (var rating in Anchors)
                json.WriteString(Invariant($"{rating}"), question.Anchor(rating).In(language));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteCsv(SalesPosition position, string language, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader("question", "competence", "text", "listenFor", "anchor1", "anchor3", "anchor5");
        foreach (var question in InterviewQuestion.For(position))
        {
            csv.WriteField(question.Name);
            csv.WriteField(question.Competence.Name);
            csv.WriteField(question.DisplayName(language));
            csv.WriteField(question.Description(language));
            foreach (var rating in Anchors)
                csv.WriteField(question.Anchor(rating).In(language));
            csv.EndRecord();
        }
    }
}
