using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Grading;

/// <summary>The service that an account receives, in seven dimensions with targets for a CRM.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 promises seven dimensions of tiered management and names none; this set is a <c>LibraryDefault</c>.
/// Immutable, with value equality.</remarks>
public sealed record ServiceStandard : IDescribed
{
    /// <summary>Dimension 1, visit rhythm: planned visits per quarter.</summary>
    public required int VisitsPerQuarter { get; init; }

    /// <summary>Dimension 2, executive sponsor.</summary>
    public required SponsorLevel Sponsor { get; init; }

    /// <summary>Dimension 3, response time: working hours to a first answer.</summary>
    public required int ResponseHours { get; init; }

    /// <summary>Dimension 4, price and credit authority: the discount the salesperson may give alone, in percent of the list
    /// price.</summary>
    public required decimal DiscountAuthorityPercent { get; init; }

    /// <summary>Dimension 4, price and credit authority: the longest credit period without approval, in days.</summary>
    public required int CreditDays { get; init; }

    /// <summary>Dimension 5, capacity priority: 1 is served first.</summary>
    public required int CapacityPriority { get; init; }

    /// <summary>Dimension 6, technical support: planned days of an engineer with the customer per quarter.</summary>
    public required int EngineerDaysPerQuarter { get; init; }

    /// <summary>Dimension 7, relationship activities per year: meetings of the leaders, training, joint projects.</summary>
    public required int RelationshipActivitiesPerYear { get; init; }

    /// <summary>How deep the service goes.</summary>
    public required ServiceDepth Depth { get; init; }

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return new([Run.Emphasis(writer.NameOf(Depth))],
        [
            writer.Item("Grading.Describe.service.visits", new NumberCell(VisitsPerQuarter)),
            writer.Item("Grading.Describe.service.sponsor", Sponsor),
            writer.Item("Grading.Describe.service.response", new NumberCell(ResponseHours)),
            writer.Item("Grading.Describe.service.discount", new NumberCell(DiscountAuthorityPercent, null, "%")),
            writer.Item("Grading.Describe.service.credit", new NumberCell(CreditDays)),
            writer.Item("Grading.Describe.service.capacity", new NumberCell(CapacityPriority)),
            writer.Item("Grading.Describe.service.engineers", new NumberCell(EngineerDaysPerQuarter)),
            writer.Item("Grading.Describe.service.activities", new NumberCell(RelationshipActivitiesPerYear)),
        ]);
    }
}
