using System.Globalization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>Describes the portrait of a customer for a person.</summary>
internal static class PortraitDocument
{
    private const int MostParts = 8;

    public static IEnumerable<Block> Of(Portrait portrait, string? currency, DocumentWriter writer)
    {
        yield return writer.Paragraph("Reviews.Portrait.complete", NumberCell.Percent((decimal)portrait.Completeness, 0));
        if (portrait.Company is { } company && Facts(company, currency, writer) is { Length: > 0 } facts)
            yield return new KeyValueList(facts);
        if (portrait.Tags.Count > 0)
        {
            yield return new BulletList(
            [
                .. portrait.Tags.GroupBy(tag => tag.Section).Select(section => writer.Item(
                    "Reviews.Portrait.tags", section.Key,
                    writer.Listed(section.Select(tag => (object)writer.Say("Reviews.Portrait.tag", tag.Text, Run.Code(tag.RuleId)))))),
            ]);
        }

        yield return Sections(portrait, writer);
        if (portrait.Orders is { Categories.Count: > 0 } orders)
            yield return new Section(writer.Text("Reviews.Portrait.orders"), [.. Orders(orders, currency, writer)]);
        if (portrait.Match is { } match)
        {
            yield return writer.Paragraph(
                match.Separating.Count == 0 ? "Reviews.Portrait.match.alike" : "Reviews.Portrait.match",
                NumberCell.Percent((decimal)match.Similarity, 0), writer.Listed(match.Best.Select(Run.Name)),
                writer.Listed(match.Separating.Select(key => (object)writer.Text($"Reviews.Portrait.Feature.{key}"))));
        }

        if (portrait.Market is { Lift: { } lift } market)
        {
            yield return writer.Paragraph(
                market.IsTarget ? "Reviews.Portrait.market.target" : "Reviews.Portrait.market",
                market.Industry, market.Accounts, market.TierA, NumberCell.Of(lift, 2), NumberCell.Of(market.Low, 2),
                NumberCell.Of(market.High, 2));
        }

        if (portrait.MarketGrowth is { } growth)
            yield return writer.Paragraph("Reviews.Portrait.growth", NumberCell.Percent((decimal)growth, 1, isSigned: true));
    }

    private static KeyValueItem[] Facts(CompanyProfile company, string? currency, DocumentWriter writer)
    {
        (string Key, Cell? Cell)[] known =
        [
            ("Reviews.Portrait.industryCode", company.IndustryCode is { } code ? new TextCell(code) : null),
            ("Reviews.Portrait.region", company.Region is { } region ? new TextCell(region) : null),
            ("Reviews.Portrait.staff", NumberCell.Of((decimal?)company.Staff)),
            ("Reviews.Portrait.revenue", NumberCell.Of(company.Revenue, 0, currency)),
            ("Reviews.Portrait.plants", NumberCell.Of((decimal?)company.Plants)),
            ("Reviews.Portrait.founded", company.Founded is { } year ? new TextCell(year.ToString(CultureInfo.InvariantCulture)) : null),
            ("Reviews.Portrait.listed", company.IsListed is { } listed
                ? new TextCell(writer.Text(listed ? "Scoring.yes" : "Scoring.no")) : null),
        ];
        return [.. known.Where(each => each.Cell is not null).Select(each => writer.Value(each.Key, each.Cell))];
    }

    private static Table Sections(Portrait portrait, DocumentWriter writer) => new(
        [
            writer.Column("Reviews.Portrait.section"), writer.Number("Reviews.Portrait.coverage", "%"),
            writer.Column("Reviews.Portrait.newest"), writer.Column("Reviews.Portrait.missing"),
        ],
        [
            .. portrait.Parts.Select(part => new TableRow(
            [
                writer.Cell(part.Section), NumberCell.Of(100 * part.Coverage, 0),
                part.Newest is { } day ? new DateCell(day) : null,
                part.Missing.Count + part.MissingFacts.Count == 0 ? null
                    : new TextCell(writer.Listed([.. part.MissingFacts.Select(fact => (object)NameOf(fact, writer)), .. part.Missing])),
            ])),
        ]);

    private static string NameOf(string fact, DocumentWriter writer) => writer.Text(fact switch
    {
        "industry" => "Reviews.Portrait.Feature.industry",
        "cooperationStage" => "Reviews.Portrait.Feature.stage",
        "company.isListed" => "Reviews.Portrait.isListed",
        _ => "Reviews.Portrait." + fact[(fact.IndexOf('.', StringComparison.Ordinal) + 1)..],
    });

    private static IEnumerable<Block> Orders(OrderStructure orders, string? currency, DocumentWriter writer)
    {
        yield return writer.Paragraph(
            "Reviews.Portrait.ordered", new NumberCell(orders.Total, 0, currency), orders.Categories.Count,
            NumberCell.Of(orders.Concentration, 2));
        yield return Parts(orders.Categories, "Reviews.Portrait.category", "", currency, writer);
        if (orders.Products.Count > 0)
        {
            yield return writer.Paragraph(
                "Reviews.Portrait.byProduct", Named(orders.Products), NumberCell.Of(orders.ProductConcentration, 2));
            yield return Parts(orders.Products, "Reviews.Portrait.product", "Reviews.Portrait.noProduct", currency, writer);
        }

        if (orders.Units.Count > 0)
        {
            yield return writer.Paragraph("Reviews.Portrait.byUnit", Named(orders.Units), NumberCell.Of(orders.UnitConcentration, 2));
            yield return Parts(orders.Units, "Reviews.Portrait.unit", "Reviews.Portrait.noUnit", currency, writer);
        }

        static int Named(IReadOnlyList<OrderPart> parts) => parts.Count(part => part.Name is not null);
    }

    private static Table Parts(
        IReadOnlyList<OrderPart> parts, string title, string unnamed, string? currency, DocumentWriter writer) => new(
        [
            writer.Column(title), writer.Number("Reviews.Portrait.amount", currency), writer.Number("Reviews.Portrait.share", "%"),
            writer.Number("Reviews.Portrait.change", "%"), writer.Column("Reviews.Portrait.class"),
        ],
        [
            .. parts.Take(MostParts).Select(part => new TableRow(
            [
                part.Name ?? writer.Text(unnamed), new NumberCell(part.Amount), NumberCell.Of(100 * part.Share, 1),
                NumberCell.Of(100 * part.Change, 0, null, isSigned: true), part.Class is { } tier ? new TextCell(tier.Name) : null,
            ])),
        ]);
}
