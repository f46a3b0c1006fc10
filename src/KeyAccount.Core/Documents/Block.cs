using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>One part of a document: a section, a paragraph, a list, a table, a list of named values, or a figure.</summary>
/// <remarks>The kinds are those of this library: a renderer knows them all. Values, equal by their contents. In JSON each names its
/// <c>kind</c> first.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Section), "section")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(BulletList), "list")]
[JsonDerivedType(typeof(KeyValueList), "keyValues")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(BarFigure), "bars")]
[JsonDerivedType(typeof(CurveFigure), "curves")]
[JsonDerivedType(typeof(MatrixFigure), "matrix")]
[JsonDerivedType(typeof(WaterfallFigure), "waterfall")]
[JsonDerivedType(typeof(ScaleFigure), "scales")]
[JsonDerivedType(typeof(GraphFigure), "graph")]
[JsonDerivedType(typeof(TimelineFigure), "timeline")]
[JsonDerivedType(typeof(RadarFigure), "radar")]
[JsonDerivedType(typeof(FishboneFigure), "fishbone")]
public abstract record Block
{
    private protected Block()
    {
    }
}
