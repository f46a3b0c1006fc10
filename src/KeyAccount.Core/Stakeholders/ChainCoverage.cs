using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The coverage of one part of the decision chain: a role, a layer of the management, the visible or the hidden chain.</summary>
/// <typeparam name="TPart">The term that divides the chain.</typeparam>
/// <param name="Part">The part; null for the people whose part is not known.</param>
/// <param name="People">The number of people of the part on the map.</param>
/// <param name="Known">The number of them whose stance towards us is known.</param>
/// <param name="Supporters">The number of them who support us.</param>
/// <param name="Opponents">The number of them who oppose us.</param>
/// <param name="Support">Their support, weighted by influence: with its range, the share of the influence that is known, and the
/// weakest.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ChainCoverage<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TPart>(
    TPart? Part, int People, int Known, int Supporters, int Opponents, Support Support)
    where TPart : Term<TPart>;
