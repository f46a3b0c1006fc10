using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.SwitchingCosts;

/// <summary>What the catalogue of models says of the facets.</summary>
public class SwitchingCostDefaultsTests
{
    [Fact]
    public void The_grouping_into_four_costs_is_tagged_as_ours_and_the_types_as_the_literatures()
    {
        var facets = ModelCatalog.All.Single(model => model.Id == "switchingCost.facets").Defaults.ToArray();

        foreach (var facet in CostFacet.InOrder)
        {
            facets.Single(each => each.Path == $"mainCost[\"{facet}\"]").Should().Match<ModelDefault>(each =>
                each.Value == facet.MainCost.Name && each.Provenance!.Kind == ProvenanceKind.LibraryDefault);
            facets.Single(each => each.Path == $"type[\"{facet}\"]").Should().Match<ModelDefault>(each =>
                each.Value == facet.Type.Name && each.Provenance!.Kind == ProvenanceKind.Literature);
        }

        SwitchingCost.Standard.Criteria.Should().OnlyContain(criterion => criterion.Provenance!.Kind == ProvenanceKind.LibraryDefault);
    }
}
