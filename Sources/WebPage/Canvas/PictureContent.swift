/// What a picture that is drawn on a canvas comes to for whoever looks at it.
enum PictureContent {
    /// Nothing: it is transparent, or its part lies beside it.
    case nothing
    /// One colour all over, by its look.
    case plain(Int32)
    /// More than that, or nobody knows.
    case picture
}
