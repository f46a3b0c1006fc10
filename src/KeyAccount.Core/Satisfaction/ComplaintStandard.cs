using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The periods within which a complaint is handled.</summary>
/// <remarks>Immutable, with value equality. Periods are whole days or longer.</remarks>
public sealed record ComplaintStandard : IDescribed
{
    /// <summary>The period from the complaint until the first step is done: listen, apologise, understand.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public required Period Answer { get; init; }

    /// <summary>The period from the complaint until the fifth step is done: solved and compensated.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public required Period Solution { get; init; }

    /// <summary>The period from the solution until the follow-up is done.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public required Period FollowUp { get; init; }

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Item("Satisfaction.Describe.standard", Length(Answer), Length(Solution), Length(FollowUp));

        IReadOnlyList<Run> Length(Period period) => writer.Listed(new (string Unit, long Count)[]
        {
            ("Satisfaction.Describe.months", (12L * period.Years) + period.Months),
            ("Satisfaction.Describe.days", (7L * period.Weeks) + period.Days),
        }.Where(part => part.Count != 0).Select(part => (object)writer.Say(part.Unit, new NumberCell(part.Count))));
    }
}
