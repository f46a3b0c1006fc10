namespace KeyAccount.Core.Stakeholders;

/// <summary>Whether the relationship has reached a depth.</summary>
/// <param name="Depth">The depth.</param>
/// <param name="IsReached">True if at least one person of its layer supports us, false if nobody of it does, null while a person whose
/// stance is not known decides that or nobody of the layer is on the map.</param>
/// <remarks>Immutable, with value equality. Source for the three depths: 《大客戶戰略客戶關係管理》; that one supporter makes a depth is a
/// <c>LibraryDefault</c>.</remarks>
public sealed record DepthFinding(RelationshipDepth Depth, bool? IsReached);
